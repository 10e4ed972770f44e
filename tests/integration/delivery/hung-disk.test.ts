import { open, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { GET } from "@/app/media/[...path]/route";
import { meansOf } from "@/lib/delivery/means";
import { openStreams } from "@/lib/delivery/streams";
import { provideStore, store } from "@/lib/media/store";
import { filesystemStore } from "@/lib/storage/filesystem";
import { type ObjectStore, StoreUnavailable } from "@/lib/storage/port";
import { airEpisode } from "@/tests/support/airing";
import { useDatabase } from "@/tests/support/database";
import { openFilesBelow } from "@/tests/support/descriptors";
import { throwAwayFolder } from "@/tests/support/folder";
import { run } from "@/tests/support/programs";
import { call } from "@/tests/support/requests";

useDatabase();

const PATIENCE_MS = 1_000;
const bytes = Buffer.alloc(1_000, "longwave");
const { signal } = new AbortController();
const silent: string[] = [];

/** A folder with the objects in it, and a store that waits a second for it. */
async function fill(keys: string[] = []): Promise<{ folder: string; hasty: ObjectStore }> {
  const folder = throwAwayFolder();
  const patient = filesystemStore(folder);
  await patient.check();
  for (const key of keys) await patient.write(key, bytes, bytes.length);
  provideStore(patient);
  return { folder, hasty: filesystemStore(folder, PATIENCE_MS) };
}

/** From now on nothing is heard of the object: whoever opens a FIFO waits until somebody writes into it. */
async function hang(path: string): Promise<void> {
  await rm(path, { force: true });
  await run("mkfifo", [path]);
  silent.push(path);
}

/** From now on each is opened at once, and ends before its first byte. */
async function answerAgain(): Promise<void> {
  for (const path of silent.splice(0)) await (await open(path, "r+")).close();
}
afterEach(answerAgain);

it("Audio on a disk that says nothing is a 503, and what is opened too late is closed", async () => {
  const { folder, hasty } = await fill();
  const { path, media } = await airEpisode(1_000);
  provideStore(hasty);
  await hang(join(folder, "objects", media.key));
  const ask = () => call(GET, { path: path.split("/").slice(2) });
  for (const answer of await Promise.all([ask(), ask(), ask()]))
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
  expect([openStreams(), meansOf(store()).pieces.onLoan()]).toEqual([0, 0]);
  await answerAgain();
  await rm(join(folder, "objects", media.key));
  await writeFile(join(folder, "objects", media.key), bytes);
  const whole = async () => expect((await (await ask()).arrayBuffer()).byteLength).toBe(bytes.length);
  await vi.waitFor(whole, { timeout: 10_000 });
  // What was read now is kept for a while.
  await vi.waitFor(() => expect(openFilesBelow(folder)).toBe(1), { timeout: 5_000 });
});

it("However many wait for it, files elsewhere are read, and once it answers so are its own", async () => {
  const keys = Array.from({ length: 12 }, (_, index) => `hung-${index}.mp3`);
  const { folder, hasty } = await fill([...keys, "well.mp3"]);
  for (const key of keys) await hang(join(folder, "objects", key));
  const into = Buffer.alloc(bytes.length);
  const read = (key: string) => hasty.readAt(key, 0, [into], signal);
  const waiting = Promise.allSettled(keys.map(read));
  await writeFile(join(folder, "elsewhere"), bytes);
  expect(await readFile(join(folder, "elsewhere"))).toEqual(bytes);
  for (const ended of await waiting) expect(ended).toMatchObject({ reason: expect.any(StoreUnavailable) });
  const words = "The disk with the data directory does not answer within 1 seconds.";
  await expect(hasty.check()).rejects.toThrow(words);
  await expect(hasty.write("new.mp3", bytes, bytes.length)).rejects.toThrow(words);
  await answerAgain();
  await vi.waitFor(() => read("well.mp3"), { timeout: 10_000 });
  expect(into).toEqual(bytes);
});
