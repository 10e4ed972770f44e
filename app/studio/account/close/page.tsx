import type { Metadata } from "next";
import Link from "next/link";
import { type Closing, whatCloses } from "@/lib/accounts/closing";
import { requireSignedIn } from "@/lib/web/session";
import { Part } from "../part";
import { CloseForm } from "./close-form";

export const metadata: Metadata = { title: "Close account" };

export default async function ClosePage() {
  const { user } = await requireSignedIn();
  const closing = await whatCloses(user.id);
  const blocked = closing.shared.length > 0 || closing.lastHouseAdmin;
  return (
    <Part title="Close account" lead="You can have it back for 30 days. After that nobody can bring it back.">
      {blocked ? <First {...closing} /> : <CloseForm consequences={consequences(closing)} />}
    </Part>
  );
}

function consequences({ alone }: Closing): string[] {
  return [
    ...alone.map(({ name, shows }) => `“${name}” ${whatBecomesOf(shows)}`),
    "You are signed out everywhere, and your tokens for programs end.",
    "You leave every other workspace.",
    "In 30 days your name, your address and everything that only you own is erased. Records of who did what keep a number instead of you.",
  ];
}

const whatBecomesOf = (shows: number): string =>
  shows === 0
    ? "goes with it; it has no shows."
    : `goes off the air at once: ${shows === 1 ? "its show" : `its ${shows} shows`}, with pages, feeds and audio.`;

/** What stands in the way, and where it is put right. */
const First = ({ shared, lastHouseAdmin }: Closing) => (
  <div className="border-s-2 border-signal ps-5">
    <p className="font-medium">Something else comes first.</p>
    <ul className="mt-3 grid gap-2">
      {lastHouseAdmin && <li>You are the last house admin. Make somebody else one before you close your account.</li>}
      {shared.map((name) => (
        <li key={name}>Others work in “{name}”, and only you own it. Make one of them an owner there.</li>
      ))}
    </ul>
    <p className="mt-4 flex flex-wrap gap-x-6 text-small">
      {shared.length > 0 && <Way href="/studio/workspaces">Workspaces</Way>}
      {lastHouseAdmin && <Way href="/admin/accounts">Accounts of the house</Way>}
    </p>
  </div>
);

const Way = ({ href, children }: { href: string; children: string }) => (
  <Link href={href} prefetch={false} className="link inline-flex min-h-11 items-center">
    {children}
  </Link>
);
