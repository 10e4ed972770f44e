import Link from "next/link";
import { bytesInWords } from "@/lib/accounts/bytes";
import type { HouseTroubles } from "@/lib/house/troubles";

type Line = { name: string; sentence: string; way: { href: string; words: string } | null };

/** `lostTransfers`: of the last seven days. */
type Props = { troubles: HouseTroubles & { lostTransfers: number } };

/** What asks for a decision, the worst first, each with the way to it; one quiet line when nothing does. */
export function Troubles({ troubles }: Props) {
  const lines = linesOf(troubles);
  if (lines.length === 0) return <p className="border-y py-4 text-quiet">All is well. Nothing needs you.</p>;
  return (
    <section aria-labelledby="attention">
      <h2 id="attention" className="text-small font-semibold">
        Needs attention
      </h2>
      <ul className="mt-3 border-t">
        {lines.map(({ name, sentence, way }) => (
          <li
            key={name}
            className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 border-b py-3.5 md:grid-cols-[auto_minmax(0,1fr)_auto]"
          >
            <span aria-hidden="true" className="size-2 rotate-45 bg-signal" />
            <p>
              <span className="font-semibold">{name}.</span> <span className="text-ink-soft">{sentence}</span>
            </p>
            {way && (
              <Link href={way.href} prefetch={false} className="link max-md:col-start-2 max-md:py-1.5">
                {way.words}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function linesOf({ store, disk, failedJobs, mail, lostTransfers, ...others }: Props["troubles"]) {
  const { fullWorkspaces, unverified, noMail, plainHttp } = others;
  const lines: (Line | false | null)[] = [
    store !== null && { name: "The store is in trouble", sentence: store, way: null },
    disk && {
      name: "The disk is nearly full",
      sentence: `${bytesInWords(disk.free)} of ${bytesInWords(disk.size)} are free. Make room before uploads and the database stop.`,
      way: null,
    },
    mail && {
      name: "Mail does not leave",
      sentence: `${plural(mail.count, "letter")} could not be sent: ${mail.reason}`,
      way: { href: "/admin/jobs?queue=account-mail", words: "Jobs" },
    },
    lostTransfers > 0 && {
      name: plural(lostTransfers, "request was not written down", "requests were not written down"),
      sentence: "In the last seven days the database took none for too long. Figures of requests are short by so many.",
      way: null,
    },
    failedJobs > 0 && {
      name: plural(failedJobs, "job has failed", "jobs have failed"),
      sentence: "All tries are used up; they wait for a decision.",
      way: { href: "/admin/jobs", words: "Jobs" },
    },
    fullWorkspaces > 0 && {
      name: plural(fullWorkspaces, "workspace is nearly full", "workspaces are nearly full"),
      sentence: "Over nine tenths of the room that their plan gives are taken.",
      way: { href: "/admin/workspaces?show=full", words: "Look at them" },
    },
    unverified > 0 && {
      name: plural(unverified, "address is not verified", "addresses are not verified"),
      sentence: "They signed up and never followed the link in the mail.",
      way: { href: "/admin/accounts?show=unverified", words: "Look at them" },
    },
    noMail && {
      name: "No mail leaves this house",
      sentence: "SMTP_URL is not set: no verification is asked of anybody, and letters wait in the outbox.",
      way: { href: "/admin/outbox", words: "Outbox" },
    },
    plainHttp && {
      name: "The house is on plain http",
      sentence: "Whoever shares the network can read passwords on the way. Put https before it and set APP_URL.",
      way: null,
    },
  ];
  return lines.filter((line) => line !== false && line !== null);
}

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
