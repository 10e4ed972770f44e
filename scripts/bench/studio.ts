// How long the studio's lists take with 1,000 shows and 10,000 episodes in one of them: node --import ./scripts/alias.mjs scripts/bench/studio.ts
import { listShowLines } from "@/lib/episodes/show-list";
import { type EpisodeQuestion, listEpisodeTable } from "@/lib/episodes/table";
import { db } from "@/lib/platform/db";
import { onThrowAwayGround, type Show } from "./ground";
import { time } from "./time";

const SHOWS = 1_000;
const EPISODES = 10_000;

await onThrowAwayGround(async (show) => {
  await seed(show);
  const now = new Date();
  const ask = (question: Partial<EpisodeQuestion>) => () =>
    listEpisodeTable(show, { search: "", state: null, order: "date", reversed: false, page: 1, ...question }, now);
  console.log(`${SHOWS} shows, ${EPISODES} episodes in one of them, 10 in each other.`);
  console.table({
    "shows, first page": await time(50, () => listShowLines(show.by, { page: 1 }, now)),
    "shows, last page": await time(50, () => listShowLines(show.by, { page: SHOWS / 50 }, now)),
    "episodes, first page": await time(50, ask({})),
    "episodes, last page": await time(50, ask({ page: EPISODES / 50 })),
    "episodes by title": await time(50, ask({ order: "title" })),
    "episodes by number, from the middle": await time(50, ask({ order: "number", page: EPISODES / 100 })),
    "episodes searched": await time(50, ask({ search: "episode 77" })),
    "episodes searched, none found": await time(50, ask({ search: "nobody says this" })),
    "scheduled episodes": await time(50, ask({ state: "scheduled" })),
  });
});

/** Straight in SQL: the verbs would take minutes. */
async function seed({ id, workspaceId }: Show): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "Show" (id, "workspaceId", slug, title, author, language, category, "podcastGuid", "updatedAt")
    SELECT uuidv7(), ${workspaceId}::uuid, 'show-' || n, 'Show ' || n, 'Bench', 'en', 'Arts', gen_random_uuid(), now()
    FROM generate_series(2, ${SHOWS}::int) n`;
  await db().$executeRaw`
    INSERT INTO "Episode" (id, "showId", slug, title, number, guid, "publishAt", "updatedAt")
    SELECT uuidv7(), s.id, 'episode-' || n, 'Episode ' || n, n, gen_random_uuid()::text,
      now() + (20 - n) * interval '1 day', now()
    FROM "Show" s, generate_series(1, ${EPISODES}::int) n WHERE s.id = ${id}::uuid OR n <= 10`;
  await db().$executeRawUnsafe("ANALYZE");
}
