import type { Metadata } from "next";
import { Suspense } from "react";
import { PageHeading } from "@/components/ui/page-heading";
import type { HouseAdmin } from "@/lib/accounts/actor";
import { listHouseShows, SHOWS_PER_PAGE, type ShowFilter, type ShowQuestion } from "@/lib/shows/admin-shows";
import { requireHouseAdmin } from "@/lib/web/session";
import { Paging } from "../../studio/paging";
import type { Query } from "../../studio/query";
import { FilterLinks } from "../filter-links";
import { NothingFound } from "../nothing-found";
import { SearchBox } from "../search-box";
import { TableToCome } from "../to-come";
import { filtersOf, keptBySearch, queryOf, questionOf } from "./question";
import { ShowRows } from "./show-rows";

export const metadata: Metadata = { title: "Shows" };

export default async function ShowsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const admin = await requireHouseAdmin();
  const question = questionOf(await searchParams);
  return (
    <>
      <PageHeading title="Shows" />
      <SearchBox label="Search titles, workspaces" value={question.search} keep={keptBySearch(question)} />
      <Suspense fallback={<TableToCome words="The shows are on their way." columns={5} />}>
        <Shows admin={admin} question={question} />
      </Suspense>
    </>
  );
}

async function Shows({ admin, question }: { admin: HouseAdmin; question: ShowQuestion }) {
  const { lines, counts, total } = await listHouseShows(admin, question, new Date());
  return (
    <>
      <div className="mt-4 mb-3">
        <FilterLinks label="Which shows" filters={filtersOf(question, names, counts)} />
      </div>
      {lines.length > 0 ? (
        <ShowRows lines={lines} question={question} />
      ) : (
        <NothingFound things="shows" href="/admin/shows">
          No show has this in its title, its address or its workspace&rsquo;s name and is in this state.
        </NothingFound>
      )}
      <Paging
        page={question.page}
        pages={Math.ceil(total / SHOWS_PER_PAGE)}
        hrefOf={(page) => queryOf(question, { page })}
      />
    </>
  );
}

const names: [ShowFilter | null, string][] = [
  [null, "All"],
  ["air", "On the air"],
  ["incomplete", "Incomplete"],
  ["takenDown", "Taken down"],
  ["deleted", "Deleted"],
];
