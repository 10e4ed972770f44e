import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { jobKinds } from "@/jobs";
import { takeDownEpisode } from "@/lib/episodes/takedown-mutations";
import { audioAddress } from "@/lib/media/addresses";
import { provideStore } from "@/lib/media/store";
import { closeDatabase, provideDatabaseUrl } from "@/lib/platform/db";
import { startPostgres } from "@/lib/platform/embedded/start";
import { prepareJobs, stopJobs } from "@/lib/platform/jobs";
import { closeListening } from "@/lib/platform/listening";
import { migrate } from "@/lib/platform/migrations";
import { openStore } from "@/lib/storage/open";
import { startChild, until } from "@/tests/support/child";
import { throwAwayFolder } from "@/tests/support/folder";
import { makeHouseAdmin, makeOwner } from "@/tests/support/people";
import { severedLine } from "@/tests/support/severed-line";
import { makeCompleteShow, makePublished, present } from "@/tests/support/shows";

it("a database that is killed and comes back is noticed by no listener, and what changed then holds", async () => {
  const dataDir = throwAwayFolder();
  const first = await startPostgres({ dataDir, durable: true });
  const line = await severedLine(first.url);
  onTestFinished(() => line.cut());
  await migrate(line.url);
  provideDatabaseUrl(line.url);
  await prepareJobs(jobKinds);
  const store = openStore({ s3: null, dataDir });
  await store.check();
  provideStore(store);
  const owner = await makeOwner();
  const [admin, show] = [await makeHouseAdmin(), await makeCompleteShow(owner)];
  const episode = await makePublished(owner, show);
  const lane = await startLane(line.url, dataDir);
  const paths = { feed: `/${show.slug}/feed.xml`, audio: new URL(audioAddress(present(episode.audio))).pathname };
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(lane + path, { headers });
    return { status: answer.status, tag: answer.headers.get("etag") ?? "", body: await answer.text() };
  };
  for (let time = 0; time < 3; time += 1) await Promise.all(Object.values(paths).map((path) => ask(path)));
  const known = { feed: await ask(paths.feed), audio: await ask(paths.audio) };

  const listeners = new AbortController();
  const statuses = new Map<number, number>();
  const slowest = { ms: 0 };
  const listening = Array.from({ length: 8 }, async (_, index) => {
    while (!listeners.signal.aborted) {
      const [path, { tag }] = index % 2 ? [paths.feed, known.feed] : [paths.audio, known.audio];
      const began = performance.now();
      const { status } = await ask(path, index % 4 > 1 ? { "if-none-match": tag } : {});
      slowest.ms = Math.max(slowest.ms, performance.now() - began);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      await pause(5);
    }
  });
  process.kill(postmasterOf(dataDir), "SIGKILL");
  line.cut();
  await pause(3_000); // it is away for a while
  expect(await ask(paths.audio, { range: "bytes=1-3" })).toMatchObject({ status: 206 });
  expect((await ask("/no-such-show/feed.xml")).body).toBe("Left to Next.");
  expect([...statuses.keys()].toSorted()).toEqual([200, 304]);
  await first.stop();
  const second = await startPostgres({ dataDir, durable: true });
  await line.mend(second.url);
  await until("it takes changes again", () =>
    takeDownEpisode(admin, episode, "It plays somebody else's music.", new Date()).then(
      () => true,
      () => false,
    ),
  );
  listeners.abort();
  await Promise.all(listening);
  expect([...statuses.keys()].filter((status) => ![200, 304, 404].includes(status))).toEqual([]);
  expect(statuses.get(200)).toBeGreaterThan(100);
  expect(slowest.ms).toBeLessThan(2_000);
  await until("the takedown holds", async () => (await ask(paths.audio)).status === 404, 5_000);
  await stopJobs();
  await closeListening();
  await closeDatabase();
  await second.stop();
});

const postmasterOf = (dataDir: string) =>
  Number(readFileSync(join(dataDir, "postgres", "data", "postmaster.pid"), "utf8").split("\n")[0]);

async function startLane(databaseUrl: string, dataDir: string): Promise<string> {
  const child = startChild("tests/support/neighbour.ts", {
    ...{ DATABASE_URL: databaseUrl, LONGWAVE_DATA_DIR: dataDir },
    ...{ APP_SECRET: "a secret that only tests may know about", MAX_STREAMS_PER_ADDRESS: "1000" },
  });
  onTestFinished(async () => {
    child.process.kill("SIGKILL");
    await child.ended();
  });
  const [, address = ""] = await child.said(/at (http\S+) /);
  return address;
}
