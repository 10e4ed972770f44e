// The memory that a server takes for 1 GB of upload over HTTP, on the production build, which must be there: node --import ./scripts/alias.mjs scripts/bench/upload-memory.ts
import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { apiClient } from "@/scripts/demo/api-client";
import { type Server, startServer } from "@/tests/support/house";
import { bucketSettings, startObjectStoreServer } from "@/tests/support/object-store-server";
import { runNpm } from "@/tests/support/programs";
import { mpegFrame } from "@/tests/support/synthetic-audio";
import { record, type Table } from "./record";

const FRAME = mpegFrame();
const SIZE = FRAME.length * 2_574_000; // 1 GiB
const AT_ONCE = 3;
const MIB = 2 ** 20;

type Part = { number: number; size: number; url: string };
type Upload = { id: string; partSize: number; parts: Part[] };
type Answer = { media: { id: string; state: string } };

const table: Table = {};
const minio = await startObjectStoreServer();
table["a folder"] = await measure({});
if (minio) table["S3, parts sent to the store itself"] = await measure(bucketSettings(minio, "longwave-memory"));
await minio?.stop();
await record("Memory of a server while 1 GB is uploaded", table);

async function measure(settings: Record<string, string>): Promise<Table[string]> {
  const house = await startServer(() => ({ LOG_LEVEL: "error", ...settings }));
  const memory = watchMemory(house.pid);
  try {
    return await carry(house, memory);
  } finally {
    memory.end();
    await house.stop();
  }
}

async function carry(house: Server, memory: ReturnType<typeof watchMemory>): Promise<Table[string]> {
  const api = apiClient(house.url, await makeToken(house));
  const { slug } = await api.post<{ slug: string }>("/shows", { title: "Long", language: "en", category: "Arts" });
  await pause(3_000);
  const before = memory.highest();
  const facts = { filename: "long.mp3", size: SIZE, type: "audio/mpeg" };
  const { id, partSize, parts } = await api.post<Upload>(`/shows/${slug}/uploads`, facts);
  const waiting = parts.values();
  const send = async () => {
    for (const { number, size, url } of waiting) {
      const { ok, status } = await fetch(url, { method: "PUT", body: framesAt((number - 1) * partSize, size) });
      if (!ok) throw new Error(`Part ${number} was not taken (${status}).`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  const sent = memory.highest();
  let { media } = await api.post<Answer>(`/uploads/${id}/completion`, {});
  const complete = memory.highest();
  while (media.state === "checking") {
    await pause(250);
    media = (await api.get<Answer>(`/media/${media.id}`)).media;
  }
  return { before, sent, complete, [media.state]: memory.highest() };
}

async function makeToken({ settings }: Server): Promise<string> {
  const email = "bench@example.org";
  await runNpm(["longwave", "--", "user", "create", "--email", email, "--password", "for a bench only"], settings);
  const { stdout } = await runNpm(["longwave", "--", "token", "create", "--email", email, "--name", "bench"], settings);
  return JSON.parse(stdout).token;
}

/** `size` bytes of silent MP3 from `offset` on. */
function framesAt(offset: number, size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  for (let at = -(offset % FRAME.length); at < size; at += FRAME.length)
    bytes.set(at < 0 ? FRAME.subarray(-at) : FRAME.subarray(0, size - at), Math.max(0, at));
  return bytes;
}

/** Looks every 50 ms; `highest` gives the most, in MiB, since it was asked last (proc(5)). */
function watchMemory(pid: number) {
  let most = 0;
  const look = async () => {
    const [, kib] = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, "utf8").catch(() => "")) ?? [];
    most = Math.max(most, Math.round((Number(kib ?? 0) * 1024) / MIB));
  };
  const timer = setInterval(look, 50);
  const highest = () => {
    const told = most;
    most = 0;
    return told;
  };
  return { highest, end: () => clearInterval(timer) };
}
