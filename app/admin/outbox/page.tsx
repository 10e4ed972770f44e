import type { Metadata } from "next";
import Link from "next/link";
import { LocalTime } from "@/components/local-time";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { listOutbox, MAILS_PER_PAGE, type MailLine } from "@/lib/house/outbox";
import { requireHouseAdmin } from "@/lib/web/session";
import { Paging } from "../../studio/paging";
import { fieldOf, pageNumber, type Query } from "../../studio/query";
import { wordsOf } from "../list-question";
import { NothingFound } from "../nothing-found";
import { SearchBox } from "../search-box";

export const metadata: Metadata = { title: "Outbox" };

export default async function OutboxPage({ searchParams }: { searchParams: Promise<Query> }) {
  const admin = await requireHouseAdmin();
  const query = await searchParams;
  const question = { search: wordsOf(fieldOf(query, "q")), page: pageNumber(query) };
  const { lines, total, leaves } = await listOutbox(admin, question);
  const isEmpty = total === 0 && !question.search;
  return (
    <>
      <PageHeading title="Outbox">
        <p>
          {leaves
            ? "Mail leaves this house. What was written before it did stands here."
            : "SMTP_URL is not set, so no mail leaves this house. What it writes to people stands here; hand it on by other ways."}
        </p>
      </PageHeading>
      {isEmpty ? (
        <Empty leaves={leaves} />
      ) : (
        <>
          <div className="mt-6 mb-5">
            <SearchBox label="Search by address" value={question.search} keep={{}} />
          </div>
          {lines.length > 0 ? (
            <Mails lines={lines} />
          ) : (
            <NothingFound things="mail" href="/admin/outbox">
              No mail was written to an address with this in it.
            </NothingFound>
          )}
        </>
      )}
      <Paging
        page={question.page}
        pages={Math.ceil(total / MAILS_PER_PAGE)}
        hrefOf={(page) =>
          `?${new URLSearchParams({ ...(question.search && { q: question.search }), page: String(page) })}`
        }
      />
    </>
  );
}

const Empty = ({ leaves }: { leaves: boolean }) => (
  <div className="mt-8">
    <EmptyState title="No mail here.">
      <p>
        {leaves
          ? "Whatever the house writes is sent."
          : "The house has written nothing yet: no sign-up, no new password, no invitation by mail."}
      </p>
    </EmptyState>
  </div>
);

const Mails = ({ lines }: { lines: MailLine[] }) => (
  <ul className="border-t">
    {lines.map(({ id, to, subject, createdAt }) => (
      <li key={id} className="border-b">
        <Link
          href={`/admin/outbox/${id}`}
          prefetch={false}
          className="group grid gap-x-8 gap-y-0.5 py-3.5 transition-colors duration-150 hover:bg-wash md:grid-cols-[minmax(0,1fr)_minmax(0,16rem)_auto] md:items-baseline"
        >
          <span className="truncate font-medium group-hover:underline group-hover:underline-offset-4">{subject}</span>
          <span className="truncate text-small text-quiet">{to}</span>
          <span className="text-small text-quiet">
            <LocalTime at={createdAt} time />
          </span>
        </Link>
      </li>
    ))}
  </ul>
);
