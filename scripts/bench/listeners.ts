// What a thousand slow listeners cost, of one file and of a hundred: npm run bench
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { startServer } from "@/tests/support/house";
import { runNpm } from "@/tests/support/programs";
import { mpegFrame } from "@/tests/support/synthetic-audio";
import { record, type Table } from "./record";

const LISTENERS = 1_000;
const FILES = 100;
const FRAMES = 20_000; // 8 MB: more than the kernel holds for a listener
const BYTES_PER_SECOND = 50_000;
const TICK_MS = 200;
const LISTEN_MS = 20_000;
const MIB = 2 ** 20;

if (isMainThread) await bench();
else await probe(new URL(workerData.url));

async function bench(): Promise<void> {
  const folder = await folderOfFiles();
  const house = await startServer(() => ({ LOG_LEVEL: "error" }));
  try {
    const { stdout } = await runNpm(["demo", "--", "--audio", folder], house.settings);
    const { episodes } = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as { episodes: { enclosure: string }[] };
    const urls = episodes.map(({ enclosure }) => new URL(enclosure));
    const table: Table = {};
    for (const [name, of] of [
      ["nobody", []],
      ["1,000 of one file", urls.slice(0, 1)],
      ["1,000 of a hundred files", urls],
    ] as const)
      table[name] = await listen(house.pid, of, urls.at(-1) ?? new URL(house.url));
    await record("What a thousand listeners cost at 50 kB/s, from 200 addresses", table);
  } finally {
    await house.stop();
    await rm(folder, { recursive: true });
  }
}

async function folderOfFiles(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "longwave-bench-"));
  const frame = mpegFrame();
  const bytes = Buffer.alloc(FRAMES * frame.length, frame);
  for (let file = 0; file < FILES; file += 1)
    await writeFile(join(folder, `${String(file).padStart(3, "0")}.mp3`), bytes);
  return folder;
}

async function listen(pid: number, urls: readonly URL[], other: URL) {
  const before = await rss(pid);
  // In a thread of its own: what a thousand sockets cost us must not count as theirs.
  const asking = new Worker(new URL(import.meta.url), { workerData: { url: other.href } });
  const sockets: Socket[] = [];
  let most = before;
  const crowd = urls.length === 0 ? 0 : LISTENERS;
  for (let index = 0; index < crowd; index += 1) {
    sockets.push(listener(urls[index % urls.length] ?? other, `127.0.1.${1 + (index % 200)}`));
    if (index % 20 === 19) await pause(40);
  }
  for (const until = performance.now() + LISTEN_MS; performance.now() < until; await pause(200))
    most = Math.max(most, await rss(pid));
  asking.postMessage("enough");
  const [waits] = (await once(asking, "message")) as [number[]];
  const open = sockets.filter(({ destroyed }) => !destroyed).length;
  for (const socket of sockets) socket.destroy();
  const sorted = waits.toSorted((one, other) => one - other);
  return {
    "still listening": open,
    "RSS more, MiB": Math.round(most - before),
    "another's first byte, median ms": sorted[Math.floor(sorted.length / 2)]?.toFixed(1) ?? "",
    "p99 ms": sorted[Math.floor(sorted.length * 0.99)]?.toFixed(1) ?? "",
    asked: sorted.length,
  };
}

/** Asks again and again until it is told to stop, and says how long each first byte took. */
async function probe(url: URL): Promise<void> {
  const waits: number[] = [];
  let goesOn = true;
  parentPort?.once("message", () => (goesOn = false));
  while (goesOn) {
    waits.push(await firstByte(url));
    await pause(20);
  }
  parentPort?.postMessage(waits);
}

/** Takes so many bytes a second and no more. */
function listener(url: URL, localAddress: string): Socket {
  const socket = connect({ port: Number(url.port), host: "127.0.0.1", localAddress });
  socket.write(`GET ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`);
  const share = (BYTES_PER_SECOND * TICK_MS) / 1_000;
  let left = share;
  socket.on("data", (chunk: Buffer) => {
    left -= chunk.length;
    if (left <= 0) socket.pause();
  });
  const timer = setInterval(() => {
    left = Math.min(left + share, share);
    if (left > 0) socket.resume();
  }, TICK_MS);
  socket.on("error", () => {}).on("close", () => clearInterval(timer));
  return socket;
}

function firstByte(url: URL): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { headers: { range: "bytes=0-65535" } }, (answer) => {
      answer.once("data", () => resolve(performance.now() - began));
      answer.resume();
    }).on("error", reject);
  });
}

async function rss(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return (Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024) / MIB;
}
