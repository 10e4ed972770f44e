import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { LocalTime } from "@/components/local-time";
import { classes } from "@/components/ui/classes";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import type { HouseAdmin } from "@/lib/accounts/actor";
import { listOutbox, MAILS_PER_PAGE, type MailLine, mailIsSent } from "@/lib/house/outbox";
import { requireHouseAdmin } from "@/lib/web/session";
import { Paging } from "../../studio/paging";
import { fieldOf, pageNumber, type Query } from "../../studio/query";
import { wordsOf } from "../list-question";
import { NothingFound } from "../nothing-found";
import { SearchBox } from "../search-box";
import { Line, RowsToCome, ToCome } from "../to-come";

export const metadata: Metadata = { title: "Outbox" };

const ROW = "grid gap-x-8 gap-y-0.5 py-3.5 md:grid-cols-[minmax(0,1fr)_minmax(0,16rem)_auto] md:items-baseline";

export default async function OutboxPage({ searchParams }: { searchParams: Promise<Query> }) {
  const admin = await requireHouseAdmin();
  const query = await searchParams;
  return (
    <>
      <PageHeading title="Outbox">
        <p>
          {mailIsSent()
            ? "Mail leaves this house. What was written before it did stands here."
            : "SMTP_URL is not set, so no mail leaves this house. What it writes to people stands here; hand it on by other ways."}
        </p>
      </PageHeading>
      <Suspense fallback={<MailsToCome />}>
        <Mails admin={admin} search={wordsOf(fieldOf(query, "q"))} page={pageNumber(query)} />
      </Suspense>
    </>
  );
}

async function Mails({ admin, search, page }: { admin: HouseAdmin; search: string; page: number }) {
  const { lines, total } = await listOutbox(admin, { search, page });
  if (total === 0 && !search) return <Empty />;
  return (
    <>
      <SearchBox label="Search addresses" value={search} keep={{}} />
      <div className="mt-5">
        {lines.length > 0 ? (
          <MailRows lines={lines} />
        ) : (
          <NothingFound things="mail" href="/admin/outbox">
            No mail was written to an address with this in it.
          </NothingFound>
        )}
      </div>
      <Paging
        page={page}
        pages={Math.ceil(total / MAILS_PER_PAGE)}
        hrefOf={(number) => `?${new URLSearchParams({ ...(search && { q: search }), page: String(number) })}`}
      />
    </>
  );
}

const Empty = () => (
  <div className="mt-8">
    <EmptyState title="No mail here.">
      <p>
        {mailIsSent()
          ? "Whatever the house writes is sent."
          : "The house has written nothing yet: no sign-up, no new password, no invitation by mail."}
      </p>
    </EmptyState>
  </div>
);

const MailRows = ({ lines }: { lines: MailLine[] }) => (
  <ul className="border-t">
    {lines.map(({ id, to, subject, createdAt }) => (
      <li key={id} className="border-b">
        <Link
          href={`/admin/outbox/${id}`}
          prefetch={false}
          className={classes("group transition-colors duration-150 hover:bg-wash", ROW)}
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

const MailsToCome = () => (
  <ToCome words="The mail is on its way.">
    <div className="mt-6 h-12 border-b md:w-96" />
    <RowsToCome
      className="mt-5"
      look={ROW}
      row={(width) => (
        <>
          <Line className={width} />
          <span className="block text-small">
            <Line className="w-36" />
          </span>
          <span className="block text-small">
            <Line className="w-28" />
          </span>
        </>
      )}
    />
  </ToCome>
);
