import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { buttonLook } from "@/components/ui/button-look";
import { PageHeading } from "@/components/ui/page-heading";
import type { HouseAdmin } from "@/lib/accounts/actor";
import { type AuditQuestion, EVENTS_PER_PAGE, type Place, readAuditLog } from "@/lib/house/audit-log";
import { requireHouseAdmin } from "@/lib/web/session";
import type { Query } from "../../studio/query";
import { NothingFound } from "../nothing-found";
import { Line, RowsToCome, ToCome } from "../to-come";
import { EventRows } from "./event-rows";
import { Filters } from "./filters";
import { afterLine, placeOf, queryOf, questionOf } from "./question";

export const metadata: Metadata = { title: "Audit log" };

export default async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
  const admin = await requireHouseAdmin();
  const query = await searchParams;
  const question = questionOf(query);
  return (
    <>
      <PageHeading title="Audit log" actions={<Downloads question={question} />}>
        <p>Who did what. It is written with the act itself, and nobody can change it.</p>
      </PageHeading>
      <Filters question={question} />
      <Suspense fallback={<EventsToCome />}>
        <Events admin={admin} question={question} after={placeOf(query)} />
      </Suspense>
    </>
  );
}

type EventsProps = { admin: HouseAdmin; question: AuditQuestion; after: Place | null };

async function Events({ admin, question, after }: EventsProps) {
  const found = await readAuditLog(admin, question, after, EVENTS_PER_PAGE + 1);
  const lines = found.slice(0, EVENTS_PER_PAGE);
  const last = found.length > EVENTS_PER_PAGE ? lines.at(-1) : undefined;
  return (
    <>
      {lines.length > 0 ? (
        <EventRows lines={lines} />
      ) : (
        <div className="mt-8">
          <NothingFound things="events" href="/admin/audit">
            Nothing like this happened, or not in this time.
          </NothingFound>
        </div>
      )}
      {(after || last) && (
        <nav aria-label="Pages" className="mt-8 flex flex-wrap gap-3">
          {after && <Step href={queryOf(question)} words="Newest" />}
          {last && <Step href={queryOf(question, { after: afterLine(last) })} words="Older" />}
        </nav>
      )}
    </>
  );
}

const EventsToCome = () => (
  <ToCome words="The events are on their way.">
    <RowsToCome
      className="mt-6"
      look="grid gap-x-6 gap-y-0.5 py-3 md:grid-cols-[9.5rem_minmax(0,1fr)]"
      row={(width) => (
        <>
          <span className="block text-small">
            <Line className="w-28" />
          </span>
          <span className="block">
            <Line className={width} />
            <span className="block text-small">
              <Line className="w-36" />
            </span>
          </span>
        </>
      )}
    />
  </ToCome>
);

const Step = ({ href, words }: { href: string; words: string }) => (
  <Link href={href} prefetch={false} className={buttonLook({ variant: "secondary", size: "small" })}>
    {words}
  </Link>
);

/** Everything that the question finds, as a file. */
function Downloads({ question }: { question: AuditQuestion }) {
  const hrefOf = (format: string) => `/admin/audit/download${queryOf(question, { format })}`;
  return (
    <>
      <a href={hrefOf("csv")} download className={buttonLook({ variant: "secondary", size: "small" })}>
        Download CSV
      </a>
      <a href={hrefOf("jsonl")} download className={buttonLook({ variant: "secondary", size: "small" })}>
        JSON lines
      </a>
    </>
  );
}
