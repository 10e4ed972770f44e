import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { LocalTime } from "@/components/local-time";
import { buttonLook } from "@/components/ui/button-look";
import { PageHeading } from "@/components/ui/page-heading";
import { findAccountFacts, listAccountEvents } from "@/lib/accounts/admin-account";
import { type Account, findAccount } from "@/lib/accounts/admin-accounts";
import { whatCloses } from "@/lib/accounts/closing";
import { requireHouseAdmin } from "@/lib/web/session";
import { EventList } from "../../event-list";
import { Section } from "../../section";
import { AccountState } from "../account-state";
import { Mail, Tokens, Workspaces } from "./belongings";
import { SigningIn } from "./signing-in";
import { Standing } from "./standing";

export const metadata: Metadata = { title: "Account" };

type Props = { params: Promise<{ account: string }> };

export default async function AccountPage({ params }: Props) {
  const admin = await requireHouseAdmin();
  const user = (await findAccount(admin, (await params).account)) ?? notFound();
  const [facts, events, closing] = await Promise.all([
    findAccountFacts(admin, user, new Date()),
    listAccountEvents(admin, user),
    whatCloses(user.id),
  ]);
  return (
    <>
      <PageHeading
        title={<span dir="auto">{user.name}</span>}
        above={
          <Link href="/admin/accounts" prefetch={false} className="link">
            Accounts
          </Link>
        }
        actions={
          <Link
            href={`/admin/accounts/${user.id}/view`}
            prefetch={false}
            className={buttonLook({ variant: "secondary", size: "small" })}
          >
            See what they see
          </Link>
        }
      >
        <p>{user.email}</p>
      </PageHeading>
      <p className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-1 text-small text-quiet">
        <AccountState {...user} />
        {user.isHouseAdmin && <span>House admin</span>}
        <span>
          Joined <LocalTime at={user.createdAt} />
        </span>
        {user.timeZone && <span>{user.timeZone}</span>}
      </p>
      <Suspension user={user} />
      <Workspaces workspaces={facts.workspaces} />
      <SigningIn user={user} facts={facts} />
      <Standing user={user} closing={closing} />
      <Tokens tokens={facts.tokens} />
      <Mail mail={facts.mail} leaves={facts.mailLeaves} />
      <Section id="events" title="By them and about them" aside="the newest 20">
        <EventList events={events} />
      </Section>
    </>
  );
}

function Suspension({ user: { suspendedAt, suspensionReason } }: { user: Account }) {
  if (!suspendedAt) return null;
  return (
    <div className="mt-8 border-s-2 border-signal ps-5">
      <p className="font-medium">Suspended, and off the air.</p>
      <p className="mt-1 text-ink-soft">{suspensionReason ?? "No reason was given."}</p>
    </div>
  );
}
