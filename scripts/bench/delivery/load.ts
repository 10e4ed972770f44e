import { readFile } from "node:fs/promises";
import { Agent, get } from "node:http";

/** A server to be measured: an address that gives a file out, and the process that does. */
export type Way = { name: string; url: string; pid: number };

const AT_ONCE = 8;
const RANGE = 64 * 1024;
/** Linux counts a process's time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

/** CPU-seconds of the way's process for each GB of whole answers. */
export async function secondsPerGb(way: Way, size: number, times: number): Promise<number> {
  const seconds = await cpuOf(way, () => many(times, () => ask(way.url, {}, 200)));
  return (seconds / (times * size)) * 2 ** 30;
}

/** Answers with 64 KiB, from all over the file, for each CPU-second. */
export async function rangesPerSecond(way: Way, size: number, times: number): Promise<number> {
  const places = Math.floor(size / RANGE);
  const rangeOf = (index: number) => ((index * 7919) % places) * RANGE;
  const one = (index: number) => ask(way.url, { range: `bytes=${rangeOf(index)}-${rangeOf(index) + RANGE - 1}` }, 206);
  return times / (await cpuOf(way, () => many(times, one)));
}

/** Answers of 304 for each CPU-second. */
export async function notModifiedPerSecond(way: Way, etag: string, times: number): Promise<number> {
  return times / (await cpuOf(way, () => many(times, () => ask(way.url, { "if-none-match": etag }, 304))));
}

export function endLoad(): void {
  agent.destroy();
}

async function cpuOf({ pid }: Way, work: () => Promise<void>): Promise<number> {
  const before = await used(pid);
  await work();
  return (await used(pid)) - before;
}

/** User and system time of a process so far, in seconds (proc(5)). */
async function used(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, "utf8")).replace(/^.*\) /, "").split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

async function many(count: number, one: (index: number) => Promise<void>): Promise<void> {
  const indices = Array.from({ length: count }, (_, index) => index).values();
  const work = async () => {
    for (const index of indices) await one(index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

function ask(url: string, headers: Record<string, string>, expected: number): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (answer) => {
      if (answer.statusCode !== expected) reject(new Error(`${url} answered ${answer.statusCode}, not ${expected}.`));
      answer.on("data", () => {});
      answer.on("end", resolve);
      answer.on("error", reject);
    }).on("error", reject);
  });
}
