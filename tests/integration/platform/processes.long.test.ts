import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { startBroadcast } from "@/lib/downloads/broadcast";
import { type OnAir, others } from "@/lib/downloads/on-air";
import { takeDownEpisode } from "@/lib/episodes/takedown-mutations";
import { audioAddress } from "@/lib/media/addresses";
import { provideStore } from "@/lib/media/store";
import { databaseUrl, db } from "@/lib/platform/db";
import { closeListening } from "@/lib/platform/listening";
import { openStore } from "@/lib/storage/open";
import { type Child, startChild, until } from "@/tests/support/child";
import { startServer } from "@/tests/support/child-server";
import { useDatabase } from "@/tests/support/database";
import { throwAwayFolder } from "@/tests/support/folder";
import { freePort } from "@/tests/support/free-port";
import { makeHouseAdmin, makeOwner } from "@/tests/support/people";
import { makeCompleteShow, makePublished, present } from "@/tests/support/shows";
import { patternBytes } from "@/tests/support/stores";

useDatabase();

const SIZE = 32 * 1024 * 1024;

// `npm test` builds first; without a build there is nothing to serve.
describe.skipIf(!existsSync(".next/BUILD_ID"))("a house of several processes", () => {
  test("answers on one port, replaces one that is killed and says so, and stops all of them in order", {
    timeout: 120_000,
  }, async () => {
    const dataDir = throwAwayFolder();
    const { server, url } = await startServer({ WEB_CONCURRENCY: "2", LONGWAVE_DATA_DIR: dataDir });
    expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ ready: true });
    const before = answering(server);
    expect(before).toHaveLength(2);
    const [victim = 0, other = 0] = before;
    process.kill(victim, "SIGKILL");
    await server.said(new RegExp(`Process ${victim} ended \\(SIGKILL\\)\\. Another takes its place`));
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    await until("another has taken its place", () => answering(server).length === 2, 20_000);
    expect(answering(server)).toContain(other);
    await until("all are ready", async () => (await statuses(url, 8)).every((status) => status === 200));

    const second = startChild("server.ts", { PORT: String(await freePort()), LONGWAVE_DATA_DIR: dataDir });
    expect(await second.ended()).toBe(1);
    expect(second.words()).toContain("Another Longwave is running on the data folder");

    const all = answering(server);
    server.process.kill("SIGTERM");
    expect(await server.ended()).toBe(0);
    expect(all.filter(isAlive)).toEqual([]);
    expect(existsSync(`${dataDir}/postgres/data/postmaster.pid`)).toBe(false);
  });

  test("holds caps, takedowns and saves in all of its processes", { timeout: 120_000 }, async () => {
    const { air, ask, url } = await startFullHouse({ WEB_CONCURRENCY: "2", MAX_STREAMS_PER_ADDRESS: "4" });
    for (let time = 0; time < 8; time += 1) expect((await ask("HEAD")).status).toBe(200);
    const under = await Promise.all(Array.from({ length: 4 }, () => ask("GET")));
    expect(under.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await until("no process lets more in", async () => {
      const more = [await ask("GET"), await ask("GET"), await ask("GET"), await ask("GET")];
      await Promise.all(more.map(({ body }) => body?.cancel()));
      return more.every(({ status }) => status === 503);
    });
    await takeDownEpisode(air.admin, air.episode, "It plays somebody else's music.", new Date());
    await until("each of them knows", async () => {
      const answers = [await ask("HEAD"), await ask("HEAD"), await ask("HEAD"), await ask("HEAD")];
      return answers.every(({ status }) => status === 410);
    });
    const ends = await Promise.allSettled(under.map((answer) => answer.arrayBuffer()));
    expect(ends.map(({ status }) => status)).toEqual(Array(4).fill("rejected"));
    expect((await fetch(`${url}/${air.show.slug}/feed.xml`)).status).toBe(200);
  });

  test("adds up what is on the air in all of its processes", { timeout: 120_000 }, async () => {
    const { air, ask } = await startFullHouse({ WEB_CONCURRENCY: "2" });
    const told: OnAir[] = [];
    const end = startBroadcast({ watched: () => [air.show.id], tell: (_, onAir) => void told.push(onAir) });
    onTestFinished(async () => {
      end();
      await closeListening();
    });
    const under = await Promise.all(Array.from({ length: 8 }, () => ask("GET")));
    // Requests are those of full seconds: they are told a little later than the streams.
    const isWhole = () => told.at(-1)?.streams === 8 && told.at(-1)?.episodes[0]?.requests === 8;
    await until("all eight are told", isWhole, 40_000);
    expect(others().get(air.show.id)?.size).toBe(2);
    expect(told.at(-1)?.episodes).toMatchObject([{ id: air.episode.id, streams: 8, requests: 8 }]);
    await Promise.all(under.map(({ body }) => body?.cancel()));
    await until("all are gone", () => told.at(-1)?.streams === 0, 40_000);
  });

  test("leaves nobody behind when the first process is killed", { timeout: 60_000 }, async () => {
    const { server } = await startServer({ WEB_CONCURRENCY: "2", LONGWAVE_DATA_DIR: throwAwayFolder() });
    const all = answering(server);
    server.process.kill("SIGKILL");
    await until("all are gone", () => !all.some(isAlive));
  });

  test("says that the port is taken before anything else", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, resolve));
    onTestFinished(() => void taken.close());
    const address = taken.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const settings = { PORT: port, WEB_CONCURRENCY: "2", LONGWAVE_DATA_DIR: throwAwayFolder() };
    const server = startChild("server.ts", settings);
    expect(await server.ended()).toBe(1);
    expect(server.words().trim()).toBe(`Port ${port} is taken by another program. Stop it, or set PORT to a free one.`);
  });
});

/** One with a published episode of 32 MiB, in a database of ours. `ask` asks for its audio over a connection of its own. */
async function startFullHouse(settings: Record<string, string>) {
  const dataDir = throwAwayFolder();
  const folder = openStore({ s3: null, dataDir });
  await folder.check();
  provideStore(folder);
  const owner = await makeOwner();
  const [admin, show] = [await makeHouseAdmin(), await makeCompleteShow(owner)];
  const episode = await makePublished(owner, show);
  const audio = present(episode.audio);
  await folder.write(audio.key, patternBytes(SIZE), SIZE);
  await db().media.update({ where: { id: audio.id }, data: { bytes: SIZE } });
  const ground = { DATABASE_URL: databaseUrl(), APP_SECRET: "a secret that only tests may know about" };
  const { url } = await startServer({ ...settings, ...ground, LONGWAVE_DATA_DIR: dataDir });
  const path = new URL(audioAddress(audio)).pathname;
  const ask = (method: string) => fetch(url + path, { method, headers: { connection: "close" } });
  return { air: { admin, show, episode }, ask, url };
}

const statuses = (url: string, count: number) =>
  Promise.all(
    Array.from(
      { length: count },
      async () => (await fetch(`${url}/healthz`, { headers: { connection: "close" } })).status,
    ),
  );

/** The ids of the processes of this program that the first one has begun. */
function answering({ process: { pid } }: Child): number[] {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return all.filter((id) => parentOf(id) === pid && commandOf(id).includes("server.ts")).map(Number);
}

function parentOf(id: string): number | null {
  return Number(/^PPid:\s*(\d+)/m.exec(read(`/proc/${id}/status`))?.[1] ?? 0);
}

const commandOf = (id: string): string => read(`/proc/${id}/cmdline`);

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

const isAlive = (id: number): boolean => existsSync(`/proc/${id}`) && !/^State:\s*Z/m.test(read(`/proc/${id}/status`));
