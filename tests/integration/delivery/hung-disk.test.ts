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

/** A store whose disk says nothing about these objects: whoever opens a FIFO waits until somebody writes into it. */
async function openHungStore(keys: string[]): Promise<{ folder: string; store: ObjectStore }> {
  const folder = throwAwayFolder();
  const opened = filesystemStore(folder, PATIENCE_MS);
  await opened.check();
  provideStore(opened);
  for (const key of keys) await hang(join(folder, "objects", key));
  return { folder, store: opened };
}

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
  const { folder } = await openHungStore([]);
  const { path, media } = await airEpisode(1_000);
  await hang(join(folder, "objects", media.key));
  const ask = () => call(GET, { path: path.split("/").slice(2) });
  for (const answer of await Promise.all([ask(), ask(), ask()]))
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
  expect([openStreams(), meansOf(store()).pieces.onLoan()]).toEqual([0, 0]);
  await answerAgain();
  await vi.waitFor(() => expect(openFilesBelow(folder)).toBe(0));
});

it("However many wait for it, files elsewhere are read, and once it answers so are its own", async () => {
  const keys = Array.from({ length: 12 }, (_, index) => `hung-${index}.mp3`);
  const { folder, store: hung } = await openHungStore(keys);
  await hung.write("well.mp3", bytes, bytes.length);
  const into = Buffer.alloc(bytes.length);
  const read = (key: string) => hung.readAt(key, 0, [into], signal);
  const waiting = Promise.allSettled(keys.map(read));
  await writeFile(join(folder, "elsewhere"), bytes);
  expect(await readFile(join(folder, "elsewhere"))).toEqual(bytes);
  for (const ended of await waiting) expect(ended).toMatchObject({ reason: expect.any(StoreUnavailable) });
  await expect(hung.check()).rejects.toThrow("The disk with the data directory does not answer within 1 seconds.");
  await answerAgain();
  await vi.waitFor(() => read("well.mp3"), { timeout: 10_000 });
  expect(into).toEqual(bytes);
});
