import type { Metadata } from "next";
import { Suspense } from "react";
import { PageHeading } from "@/components/ui/page-heading";
import type { HouseAdmin } from "@/lib/accounts/actor";
import { listHouseInvitations } from "@/lib/accounts/invitations";
import { requireHouseAdmin } from "@/lib/web/session";
import { InvitationRow } from "../../studio/workspaces/[workspace]/invitation-row";
import { Nothing, Section } from "../section";
import { RowsToCome, ToCome } from "../to-come";
import { renew, revoke } from "./actions";
import { InviteForm } from "./invite-form";

export const metadata: Metadata = { title: "Invitations" };

export default async function HouseInvitationsPage() {
  const admin = await requireHouseAdmin();
  return (
    <>
      <PageHeading title="Invitations">
        <p>Whoever you invite can make an account, whatever the sign-up mode. Each works once, for seven days.</p>
      </PageHeading>
      <Section id="waiting" title="Open invitations">
        <Suspense fallback={<InvitationsToCome />}>
          <Waiting admin={admin} />
        </Suspense>
      </Section>
      <Section id="invite" title="Invite somebody">
        <InviteForm />
      </Section>
    </>
  );
}

async function Waiting({ admin }: { admin: HouseAdmin }) {
  const waiting = await listHouseInvitations(admin, new Date());
  if (waiting.length === 0) return <Nothing>Nobody is invited at present.</Nothing>;
  return (
    <ul>
      {waiting.map((invitation) => (
        <InvitationRow key={invitation.id} invitation={invitation} renew={renew} revoke={revoke} />
      ))}
    </ul>
  );
}

const InvitationsToCome = () => (
  <ToCome words="The invitations are on their way.">
    <RowsToCome />
  </ToCome>
);
