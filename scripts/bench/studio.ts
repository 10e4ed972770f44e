// How long the studio's lists take with 1,000 shows and 10,000 episodes in one of them: node --import ./scripts/alias.mjs scripts/bench/studio.ts
import { listShowLines } from "@/lib/episodes/show-list";
import { type EpisodeQuestion, listEpisodeTable } from "@/lib/episodes/table";
import { onThrowAwayGround } from "./ground";
import { EPISODES, SHOWS, seedThousands } from "./thousands";
import { time } from "./time";

await onThrowAwayGround(async (show) => {
  await seedThousands(show);
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
