import type { Metadata } from "next";
import { PageHeading } from "@/components/ui/page-heading";
import { listHouseInvitations } from "@/lib/accounts/invitations";
import { requireHouseAdmin } from "@/lib/web/session";
import { InvitationRow } from "../../studio/workspaces/[workspace]/invitation-row";
import { Nothing, Section } from "../section";
import { renew, revoke } from "./actions";
import { InviteForm } from "./invite-form";

export const metadata: Metadata = { title: "Invitations" };

export default async function HouseInvitationsPage() {
  const waiting = await listHouseInvitations(await requireHouseAdmin(), new Date());
  return (
    <>
      <PageHeading title="Invitations">
        <p>Whoever you invite can make an account, whatever the sign-up mode. Each works once, for seven days.</p>
      </PageHeading>
      <Section id="waiting" title="Open invitations">
        {waiting.length > 0 ? (
          <ul>
            {waiting.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} renew={renew} revoke={revoke} />
            ))}
          </ul>
        ) : (
          <Nothing>Nobody is invited at present.</Nothing>
        )}
      </Section>
      <Section id="invite" title="Invite somebody">
        <InviteForm />
      </Section>
    </>
  );
}
