import type { Metadata } from "next";
import { Suspense } from "react";
import { PageHeading } from "@/components/ui/page-heading";
import type { HouseAdmin } from "@/lib/accounts/actor";
import {
  EPISODES_PER_PAGE,
  type EpisodeFilter,
  type HouseEpisodeQuestion,
  listHouseEpisodes,
} from "@/lib/episodes/admin-episodes";
import { requireHouseAdmin } from "@/lib/web/session";
import { Paging } from "../../studio/paging";
import type { Query } from "../../studio/query";
import { FilterLinks } from "../filter-links";
import { NothingFound } from "../nothing-found";
import { SearchBox } from "../search-box";
import { TableToCome } from "../to-come";
import { EpisodeRows } from "./episode-rows";
import { filtersOf, keptBySearch, queryOf, questionOf } from "./question";

export const metadata: Metadata = { title: "Episodes" };

export default async function EpisodesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const admin = await requireHouseAdmin();
  const question = questionOf(await searchParams);
  return (
    <>
      <PageHeading title="Episodes" />
      <SearchBox label="Search titles, shows" value={question.search} keep={keptBySearch(question)} />
      <Suspense fallback={<TableToCome words="The episodes are on their way." columns={5} />}>
        <Episodes admin={admin} question={question} />
      </Suspense>
    </>
  );
}

async function Episodes({ admin, question }: { admin: HouseAdmin; question: HouseEpisodeQuestion }) {
  const { lines, counts, total } = await listHouseEpisodes(admin, question, new Date());
  return (
    <>
      <div className="mt-4 mb-3">
        <FilterLinks label="Which episodes" filters={filtersOf(question, names, counts)} />
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
