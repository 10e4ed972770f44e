// CPU that serving costs, way by way in one run, interleaved: node --import ./scripts/alias.mjs scripts/bench/delivery.ts
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MIB = 2 ** 20;
const FILE = 64 * MIB;
const WHOLE = 8;
const RANGES = 4_000;
const RANGE = 64 * 1024;
const AT_ONCE = 8;
const ROUNDS = 3;
const ways = ["pipeline", "express, nothing kept", "express, hot"];

type Server = { way: string; child: ChildProcess; port: number };
type Figures = { secondsPerGb: number[]; rangesPerSecond: number[] };

const folder = await mkdtemp(join(tmpdir(), "longwave-bench-"));
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
try {
  await mkdir(join(folder, "objects"));
  await writeFile(join(folder, "objects", "audio"), Buffer.alloc(FILE, "longwave"));
  const servers = await Promise.all(ways.map(start));
  const figures = new Map<string, Figures>(ways.map((way) => [way, { secondsPerGb: [], rangesPerSecond: [] }]));
  for (const server of servers) await measure(server); // warm up
  for (let round = 0; round < ROUNDS; round += 1)
    for (const server of servers) {
      const { secondsPerGb, rangesPerSecond } = await measure(server);
      figures.get(server.way)?.secondsPerGb.push(secondsPerGb);
      figures.get(server.way)?.rangesPerSecond.push(rangesPerSecond);
    }
  report(figures);
  for (const { child } of servers) child.disconnect();
} finally {
  agent.destroy();
  await rm(folder, { recursive: true });
}

async function start(way: string): Promise<Server> {
  const child = fork("scripts/bench/delivery-server.ts", [way, folder], {
    execArgv: ["--import", "./scripts/alias.mjs"],
  });
  const [{ port }] = await once(child, "message");
  return { way, child, port };
}

async function measure(server: Server) {
  const wholes = await cpuOf(server, () => many(WHOLE, () => fetchBytes(server.port, null)));
  const ranges = await cpuOf(server, () =>
    many(RANGES, (index) => fetchBytes(server.port, ((index * 7919) % (FILE / RANGE)) * RANGE)),
  );
  return { secondsPerGb: (wholes / (WHOLE * FILE)) * 2 ** 30, rangesPerSecond: RANGES / ranges };
}

async function cpuOf({ child }: Server, work: () => Promise<void>): Promise<number> {
  const before = await used(child);
  await work();
  return (await used(child)) - before;
}

async function used(child: ChildProcess): Promise<number> {
  child.send("how much?");
  const [{ cpu }] = await once(child, "message");
  return cpu;
}

async function many(count: number, ask: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < count) await ask(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

function fetchBytes(port: number, from: number | null): Promise<void> {
  const headers = from === null ? {} : { range: `bytes=${from}-${from + RANGE - 1}` };
  return new Promise((resolve, reject) => {
    get({ port, path: "/audio", agent, headers }, (answer) => {
      answer.on("data", () => {});
      answer.on("end", resolve);
    }).on("error", reject);
  });
}

function report(figures: Map<string, Figures>): void {
  const base = figures.get("pipeline");
  const rows = [...figures].map(([way, { secondsPerGb, rangesPerSecond }]) => [
    way,
    {
      "CPU s/GB": median(secondsPerGb).toFixed(2),
      "× pipeline": (median(secondsPerGb) / median(base?.secondsPerGb ?? [])).toFixed(2),
      "64 KiB ranges per CPU s": Math.round(median(rangesPerSecond)),
      "x pipeline": (median(rangesPerSecond) / median(base?.rangesPerSecond ?? [])).toFixed(2),
    },
  ]);
  console.table(Object.fromEntries(rows));
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
