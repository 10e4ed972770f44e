import type { Metadata } from "next";
import { PageHeading } from "@/components/ui/page-heading";
import {
  EPISODES_PER_PAGE,
  type EpisodeFilter,
  type HouseEpisodeQuestion,
  type HouseEpisodeTable,
  listHouseEpisodes,
} from "@/lib/episodes/admin-episodes";
import { requireHouseAdmin } from "@/lib/web/session";
import { Paging } from "../../studio/paging";
import type { Query } from "../../studio/query";
import { FilterLinks } from "../filter-links";
import { NothingFound } from "../nothing-found";
import { SearchBox } from "../search-box";
import { EpisodeRows } from "./episode-rows";
import { keptBySearch, queryOf, questionOf } from "./question";

export const metadata: Metadata = { title: "Episodes" };

export default async function EpisodesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const admin = await requireHouseAdmin();
  const question = questionOf(await searchParams);
  const { lines, counts, total } = await listHouseEpisodes(admin, question, new Date());
  return (
    <>
      <PageHeading title="Episodes" />
      <div className="mt-6 mb-3 grid gap-y-4">
        <SearchBox label="Search by title or show" value={question.search} keep={keptBySearch(question)} />
        <FilterLinks label="Which episodes" filters={filtersOf(question, counts)} />
      </div>
      {lines.length > 0 ? (
        <EpisodeRows lines={lines} question={question} />
      ) : (
        <NothingFound things="episodes" href="/admin/episodes">
          No episode has this in its title or in its show&rsquo;s and is in this state.
        </NothingFound>
      )}
      <Paging
        page={question.page}
        pages={Math.ceil(total / EPISODES_PER_PAGE)}
        hrefOf={(page) => queryOf(question, { page })}
      />
    </>
  );
}

const names: [EpisodeFilter | null, string][] = [
  [null, "All"],
  ["air", "On the air"],
  ["scheduled", "Scheduled"],
  ["incomplete", "Without audio"],
  ["takenDown", "Taken down"],
  ["deleted", "Deleted"],
];

const filtersOf = (question: HouseEpisodeQuestion, counts: HouseEpisodeTable["counts"]) =>
  names.map(([filter, name]) => ({
    name,
    href: queryOf(question, { filter }),
    count: counts[filter ?? "all"],
    current: question.filter === filter,
  }));
