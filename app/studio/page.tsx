import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonLook } from "@/components/ui/button-look";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { listWorkspacesFor } from "@/lib/accounts/workspaces";
import { listShowLines } from "@/lib/episodes/show-list";
import { listDeletedShows } from "@/lib/shows/queries";
import { requireSignedIn } from "@/lib/web/session";
import { restoreShow } from "./actions";
import { DeletedShows } from "./deleted-shows";
import { Paging } from "./paging";
import { pageNumber, type Query } from "./query";
import { ShowRow } from "./show-row";

export const metadata: Metadata = { title: "Shows" };

type Props = { searchParams: Promise<Query> };

export default async function ShowsPage({ searchParams }: Props) {
  const actor = await requireSignedIn();
  const page = pageNumber(await searchParams);
  const now = new Date();
  const [{ lines, total, pages }, own, deleted] = await Promise.all([
    listShowLines(actor, { page }, now),
    listWorkspacesFor(actor, "admin"),
    listDeletedShows(actor, now),
  ]);
  const begin = own.length > 0 && <NewShow />;
  const restorable = <DeletedShows shows={deleted} restore={restoreShow} />;
  if (total === 0) return <NoShows begin={begin}>{restorable}</NoShows>;
  const severalWorkspaces = new Set(lines.map(({ workspace }) => workspace)).size > 1;
  return (
    <>
      <PageHeading title="Shows" actions={begin} />
      <ul className="mt-8 border-t lg:mt-12">
        {lines.map((show) => (
          <ShowRow key={show.slug} show={show} named={severalWorkspaces} />
        ))}
      </ul>
      <Paging page={page} pages={pages} hrefOf={(number) => `/studio?page=${number}`} />
      {restorable}
    </>
  );
}

function NoShows({ begin, children }: { begin: ReactNode; children: ReactNode }) {
  return (
    <>
      <PageHeading title="Shows" />
      <div className="mt-8 lg:mt-12">
        <EmptyState title="Your first show starts here." action={begin}>
          <p>
            A show needs a title, a picture, a language and a category. It then has a page and a feed of its own, which
            every podcast app can follow.
          </p>
        </EmptyState>
      </div>
      {children}
    </>
  );
}

const NewShow = () => (
  <Link href="/studio/new" prefetch={false} className={buttonLook()}>
    New show
  </Link>
);
