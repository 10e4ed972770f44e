import type { Metadata } from "next";
import { PageHeading } from "@/components/ui/page-heading";
import {
  listHouseShows,
  SHOWS_PER_PAGE,
  type ShowFilter,
  type ShowQuestion,
  type ShowTable,
} from "@/lib/shows/admin-shows";
import { requireHouseAdmin } from "@/lib/web/session";
import { Paging } from "../../studio/paging";
import type { Query } from "../../studio/query";
import { FilterLinks } from "../filter-links";
import { NothingFound } from "../nothing-found";
import { SearchBox } from "../search-box";
import { keptBySearch, queryOf, questionOf } from "./question";
import { ShowRows } from "./show-rows";

export const metadata: Metadata = { title: "Shows" };

export default async function ShowsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const admin = await requireHouseAdmin();
  const question = questionOf(await searchParams);
  const { lines, counts, total } = await listHouseShows(admin, question, new Date());
  return (
    <>
      <PageHeading title="Shows" />
      <div className="mt-6 mb-3 grid gap-y-4">
        <SearchBox label="Search by title or workspace" value={question.search} keep={keptBySearch(question)} />
        <FilterLinks label="Which shows" filters={filtersOf(question, counts)} />
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

const filtersOf = (question: ShowQuestion, counts: ShowTable["counts"]) =>
  names.map(([filter, name]) => ({
    name,
    href: queryOf(question, { filter }),
    count: counts[filter ?? "all"],
    current: question.filter === filter,
  }));
