import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { type ReactNode, Suspense } from "react";
import { buttonLook } from "@/components/ui/button-look";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import type { Actor } from "@/lib/accounts/actor";
import { listWorkspacesFor } from "@/lib/accounts/workspaces";
import { listShowLines } from "@/lib/episodes/show-list";
import { listDeletedShows } from "@/lib/shows/queries";
import { requireSignedIn } from "@/lib/web/session";
import { restoreShow } from "./actions";
import { AppLine } from "./app-line";
import { DeletedShows } from "./deleted-shows";
import { LinesToCome } from "./lines-to-come";
import { LivePage } from "./live/live-page";
import { Paging } from "./paging";
import { pageNumber, type Query } from "./query";
import { ShowRow } from "./show-row";

export const metadata: Metadata = { title: "Shows" };

/** So that they and a page of shows are not more than one connection watches. */
const MOST_WORKSPACES = 40;

type Props = { searchParams: Promise<Query> };

export default async function ShowsPage({ searchParams }: Props) {
  const actor = await requireSignedIn();
  const page = pageNumber(await searchParams);
  return (
    <Suspense fallback={<ShowsToCome />}>
      <Shows actor={actor} page={page} />
    </Suspense>
  );
}

async function Shows({ actor, page }: { actor: Actor; page: number }) {
  const now = new Date();
  const [{ lines, total, pages }, workspaces, own, deleted] = await Promise.all([
    listShowLines(actor, { page }, now),
    listWorkspacesFor(actor, "analyst"),
    listWorkspacesFor(actor, "admin"),
    listDeletedShows(actor, now),
  ]);
  const begin = own.length > 0 && <NewShow />;
  const rest = (
    <>
      <DeletedShows shows={deleted} restore={restoreShow} />
      <LivePage topics={topicsOf(workspaces, lines)} />
    </>
  );
  if (total === 0) return <NoShows begin={begin}>{rest}</NoShows>;
  if (page > pages) redirect(`/studio?page=${pages}`);
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
      {rest}
    </>
  );
}

const topicsOf = (workspaces: { id: string }[], shows: { id: string }[]): string[] => [
  ...workspaces.slice(0, MOST_WORKSPACES).map(({ id }) => `workspace:${id}`),
  ...shows.map(({ id }) => `show:${id}`),
];

const ShowsToCome = () => (
  <>
    <PageHeading title="Shows" />
    <LinesToCome words="The shows are on their way." covers />
  </>
);

function NoShows({ begin, children }: { begin: ReactNode; children: ReactNode }) {
  return (
    <>
      <PageHeading title="Shows" />
      <div className="mt-8 lg:mt-12">
        <EmptyState
          title="Your first show starts here."
          action={begin}
          preview={{ words: "How apps will show it", look: <AppLine src={null} name="Your show" below="Your name" /> }}
        >
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
