// How long the studio's lists take with 1,000 shows and 10,000 episodes in one of them: node --import ./scripts/alias.mjs scripts/bench/studio.ts

import { makeDaysAhead } from "@/lib/downloads/partitions";
import { countRequests } from "@/lib/downloads/queries";
import { listShowLines } from "@/lib/episodes/show-list";
import { type EpisodeQuestion, listEpisodeTable } from "@/lib/episodes/table";
import { db } from "@/lib/platform/db";
import { onThrowAwayGround } from "./ground";
import { EPISODES, SHOWS, seedThousands } from "./thousands";
import { time } from "./time";

const REQUESTS = 200_000;
const DAY_MS = 24 * 3600_000;

await onThrowAwayGround(async (show) => {
  await seedThousands(show);
  const now = new Date();
  const ask = (question: Partial<EpisodeQuestion>) => () =>
    listEpisodeTable(show, { search: "", state: null, order: "date", reversed: false, page: 1, ...question }, now);
  await seedRequests(show, now);
  const firstPage = async () => {
    const { lines } = await ask({})();
    await countRequests(
      show,
      lines.map(({ id }) => id),
      now,
    );
  };
  console.log(`${SHOWS} shows, ${EPISODES} episodes in one of them, 10 in each other; ${REQUESTS} requests in a day.`);
  console.table({
    "shows, first page": await time(50, () => listShowLines(show.by, { page: 1 }, now)),
    "shows, last page": await time(50, () => listShowLines(show.by, { page: SHOWS / 50 }, now)),
    "episodes, first page": await time(50, ask({})),
    "episodes, first page with their requests": await time(50, firstPage),
    "episodes, last page": await time(50, ask({ page: EPISODES / 50 })),
    "episodes by title": await time(50, ask({ order: "title" })),
    "episodes by number, from the middle": await time(50, ask({ order: "number", page: EPISODES / 100 })),
    "episodes searched": await time(50, ask({ search: "episode 77" })),
    "episodes searched, none found": await time(50, ask({ search: "nobody says this" })),
    "scheduled episodes": await time(50, ask({ state: "scheduled" })),
  });
});

/** A day's requests, half of them for the ten newest episodes. */
async function seedRequests(show: { id: string; workspaceId: string }, now: Date): Promise<void> {
  await makeDaysAhead(new Date(now.getTime() - DAY_MS));
  await db().$executeRaw`
    WITH ranked AS (SELECT id, row_number() OVER (ORDER BY "publishAt" DESC NULLS LAST) - 1 AS place FROM "Episode" WHERE "showId" = ${show.id}::uuid)
    INSERT INTO "Transfer" (id, "startedAt", "endedAt", kind, audience, lane, "workspaceId", "showId", "episodeId", method, status, bytes, outcome, listener)
    SELECT gen_random_uuid(), at, at, 'audio', 'public', 'express', ${show.workspaceId}::uuid, ${show.id}::uuid, r.id, 'GET', 206, 65536, 'complete', '\\x00'
    FROM generate_series(1, ${REQUESTS}) n
    CROSS JOIN LATERAL (SELECT ${now}::timestamptz - n * interval '0.4 seconds' AS at) moment
    JOIN ranked r ON r.place = CASE WHEN n % 2 = 0 THEN n / 2 % 10 ELSE n % ${EPISODES} END`;
  await db().$executeRaw`VACUUM ANALYZE "Transfer"`;
}
