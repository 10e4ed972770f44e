// Answers for a CPU-second with everything on (edge, log, look-up), against bare node:http: node --import ./scripts/alias.mjs scripts/bench/answers.ts
import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { audioAddress } from "@/lib/media/addresses";
import { store } from "@/lib/media/store";
import { databaseUrl, db } from "@/lib/platform/db";
import { onThrowAwayGround, type Show } from "./ground";

const SIZE = 64 * 2 ** 20;
const RANGE = 64 * 1024;
const AT_ONCE = 8;
const ROUNDS = 3;
const COUNT = { "304": 20_000, "206": 4_000 };

type Server = { child: ChildProcess; port: number };
type Row = { title: string; path: string; status: keyof typeof COUNT; headers: Record<string, string> };

await onThrowAwayGround(async (show, dataDir) => {
  const paths = await seed(show);
  const house = await startHouse(dataDir);
  const host = `localhost:${house.port}`;
  const rows: Row[] = [
    { title: "304 for a feed", path: paths.feed, status: "304", headers: await conditional(house, paths.feed) },
    { title: "304 for audio", path: paths.audio, status: "304", headers: await conditional(house, paths.audio) },
    { title: "64 KiB of audio", path: paths.audio, status: "206", headers: {} },
  ];
  const table: Record<string, object> = {};
  for (const row of rows) {
    const bare = await start(["bare", join(dataDir, "objects", paths.key), JSON.stringify(await answered(house, row))]);
    const [houses, bares]: number[][] = [[], []];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const [ours, theirs] = [await perCpuSecond(house, row, host), await perCpuSecond(bare, row, host)];
      if (round === 0) continue; // warm up
      houses?.push(ours);
      bares?.push(theirs);
    }
    const [ours, theirs] = [median(houses ?? []), median(bares ?? [])];
    table[row.title] = { house: Math.round(ours), bare: Math.round(theirs), "× bare": (ours / theirs).toFixed(2) };
    bare.child.disconnect();
  }
  console.table(table);
  house.child.disconnect();
});

async function seed({ id: showId, workspaceId, slug }: Show) {
  const common = { showId, workspaceId, state: "ready", bytes: SIZE } as const;
  const bytes = Buffer.alloc(SIZE, "longwave");
  const key = "audio/bench";
  await store().write(key, bytes, SIZE);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const artwork = await db().media.create({ data: { ...common, kind: "artwork", key: "artwork/bench", sha256 } });
  const audio = await db().media.create({
    data: { ...common, kind: "audio", key, sha256, type: "audio/mpeg", extension: "mp3", duration: 1800 },
  });
  await db().show.update({ where: { id: showId }, data: { artworkId: artwork.id, feedVersion: { increment: 1 } } });
  await db().episode.create({
    data: { showId, slug: "one", title: "One", guid: "one", audioId: audio.id, publishAt: new Date(0) },
  });
  const extension = audio.extension ?? "";
  return {
    key,
    feed: `/${slug}/feed.xml`,
    audio: new URL(audioAddress({ ...audio, extension })).pathname,
  };
}

async function startHouse(dataDir: string): Promise<Server> {
  const port = await freePort();
  const settings = { PORT: `${port}`, APP_URL: "", DATABASE_URL: databaseUrl(), LONGWAVE_DATA_DIR: dataDir };
  return start(["house"], { ...settings, APP_SECRET: "a secret that only benches may know" });
}

async function start(args: string[], settings: Record<string, string> = {}): Promise<Server> {
  const { PATH } = process.env;
  const child = fork("scripts/bench/answers-server.ts", args, {
    execArgv: ["--import", "./scripts/alias.mjs"],
    env: { PATH, NODE_ENV: "production", ...settings },
    stdio: ["ignore", "inherit", "ignore", "ipc"],
  });
  const [{ port }] = await once(child, "message");
  return { child, port };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

async function conditional({ port }: Server, path: string) {
  const answer = await fetch(`http://localhost:${port}${path}`, { headers: { "accept-encoding": "identity" } });
  await answer.body?.cancel();
  return { "if-none-match": answer.headers.get("etag") ?? "" };
}

/** The headers that the house answers with, for the bare server to send too. */
async function answered({ port }: Server, { path, status, headers }: Row): Promise<Record<string, string>> {
  const given = new Headers({ ...headers, "accept-encoding": "identity" });
  if (status === "206") given.set("range", `bytes=0-${RANGE - 1}`);
  const answer = await fetch(`http://localhost:${port}${path}`, { headers: given });
  await answer.body?.cancel();
  if (`${answer.status}` !== status) throw new Error(`The house answers ${answer.status} for ${path}.`);
  const own = ["date", "connection", "keep-alive", "content-length", "transfer-encoding"];
  return Object.fromEntries([...answer.headers].filter(([name]) => !own.includes(name)));
}

async function perCpuSecond(server: Server, row: Row, host: string): Promise<number> {
  const before = await used(server);
  let left = COUNT[row.status];
  const next = () => (left-- > 0 ? requestText(row, host, left) : null);
  await Promise.all(Array.from({ length: AT_ONCE }, () => converse(server.port, row.status, next)));
  return COUNT[row.status] / ((await used(server)) - before);
}

function requestText({ path, status, headers }: Row, host: string, index: number): string {
  const at = ((index * 7919) % (SIZE / RANGE)) * RANGE;
  const all = { host, ...headers, ...(status === "206" && { range: `bytes=${at}-${at + RANGE - 1}` }) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\n${lines.join("")}user-agent: AntennaPod/3.9.0\r\naccept: */*\r\n\r\n`;
}

/** Asks one question after the other over a socket, as cheaply as can be: what is measured is the server. */
function converse(port: number, status: string, next: () => string | null): Promise<void> {
  const body = status === "206" ? RANGE : 0;
  return new Promise((resolve, reject) => {
    const socket = connect(port, "localhost");
    let [head, got] = ["", -1];
    const ask = () => {
      const text = next();
      [head, got] = ["", -1];
      if (text) socket.write(text);
      else socket.end(resolve);
    };
    const read = (chunk: Buffer) => {
      if (got >= 0) got += chunk.length;
      else {
        head += chunk.toString("latin1");
        const end = head.indexOf("\r\n\r\n");
        if (end >= 0) got = head.length - end - 4;
        if (!head.startsWith(`HTTP/1.1 ${status}`)) return reject(new Error(head.slice(0, 200)));
      }
      if (got >= body) ask();
    };
    socket.on("data", read);
    socket.on("error", reject);
    socket.on("connect", ask);
  });
}

async function used({ child }: Server): Promise<number> {
  child.send("how much?");
  const [{ cpu }] = await once(child, "message");
  return cpu;
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
