import { readFileSync } from "node:fs";
import { expect, vi } from "vitest";
import { GET } from "@/app/media/[...path]/route";
import { BLOCK } from "@/lib/delivery/buffers";
import { openStreams } from "@/lib/delivery/streams";
import { ledger } from "@/lib/downloads/ledger";
import { flushLedger } from "@/lib/downloads/writer";
import { db } from "@/lib/platform/db";
import { airEpisode, openExpressLane } from "./airing";
import { listen } from "./raw-listener";
import { call } from "./requests";

const size = 24 * 1024 * 1024;
const AT_A_TIME = 16;

type Told = { got: number; isWhole: boolean; asked: number };
type Written = { text: string; lane: string; bytes: bigint; outcome: string; status: number };

/**
 * Asks for one episode `count` times on each lane, whole, by ranges, by HEAD, and broken off at random bytes, and holds what was
 * written against what each listener got.
 */
export async function storm(count: number): Promise<void> {
  const { path } = await airEpisode(size);
  const port = await openExpressLane();
  const told = new Map<string, Told>();
  await inCrowd(count, async (index) => {
    told.set(`express/${index}`, await onExpressLane(port, path, index));
    told.set(`route/${index}`, await onRoute(path, index));
  });
  await vi.waitFor(() => expect(openStreams()).toBe(0));
  await vi.waitFor(() => expect(ledger().waiting.length).toBe(0), { timeout: 10_000 });
  await flushLedger();
  const rows = await db().$queryRaw<Written[]>`
    SELECT text, lane::text, bytes, outcome::text, status FROM "Transfer" t JOIN "InternedText" i ON i.id = t."agentId"
    WHERE text ~ '^(express|route)/'`;
  expect(rows.map(({ text }) => text).sort()).toEqual([...told.keys()].sort());
  for (const row of rows) compare(row, told.get(row.text));
}

function compare({ text, lane, bytes, outcome, status }: Written, told: Told | undefined): void {
  if (!told) throw new Error(`Nobody was ${text}.`);
  const written = Number(bytes);
  const got = status < 400 ? told.got : 0; // the words of a refusal are nothing of the object
  if (outcome === "complete") expect([text, written]).toEqual([text, told.asked]);
  if (told.isWhole) expect([text, outcome, written]).toEqual([text, "complete", got]);
  const margin = lane === "express" ? socketBuffers() : 1024 * 1024;
  // Where the kernel refuses the rest of a piece, nobody says how much of it it took before.
  expect(written).toBeGreaterThanOrEqual(got - BLOCK);
  expect(written).toBeLessThanOrEqual(got + margin);
}

/** As much as the kernel holds between two sockets at most. */
function socketBuffers(): number {
  const most = (name: string) => Number(readFileSync(`/proc/sys/net/ipv4/${name}`, "utf8").trim().split(/\s+/).at(-1));
  return most("tcp_wmem") + most("tcp_rmem");
}

function question(index: number) {
  const start = Math.floor(Math.random() * (size - 1));
  const end = Math.min(size - 1, start + Math.floor(Math.random() * 400_000));
  const kind = index % 10;
  if (kind === 0) return { method: "GET", range: null, asked: size };
  if (kind === 1) return { method: "HEAD", range: null, asked: 0 };
  if (kind === 2) return { method: "GET", range: `bytes=${size}-`, asked: 0 };
  return { method: "GET", range: `bytes=${start}-${end}`, asked: end - start + 1 };
}

const isBrokenOff = (index: number) => index % 3 === 1;
const headersOf = (agent: string, range: string | null) => ({ "user-agent": agent, ...(range && { range }) });

async function onExpressLane(port: number, path: string, index: number): Promise<Told> {
  const { method, range, asked } = question(index);
  const most = isBrokenOff(index) ? Math.floor(Math.random() * asked) : Number.POSITIVE_INFINITY;
  const got = await listen(port, { path, method, headers: headersOf(`express/${index}`, range) }, most);
  return { got, isWhole: !isBrokenOff(index), asked };
}

async function onRoute(path: string, index: number): Promise<Told> {
  const { method, range, asked } = question(index);
  const parts = path.split("/").slice(2);
  const said = { method, headers: headersOf(`route/${index}`, range) };
  const most = isBrokenOff(index) ? Math.floor(Math.random() * asked) : Number.POSITIVE_INFINITY;
  const reader = (await call(GET, { path: parts }, said)).body?.getReader();
  let got = 0;
  for (let more = await reader?.read(); more?.value; more = await reader?.read()) {
    got += more.value.length;
    if (got >= most) await reader?.cancel();
  }
  return { got, isWhole: !isBrokenOff(index), asked };
}

async function inCrowd(count: number, one: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < count) await one(next++);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
}
