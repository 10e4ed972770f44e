import { cp, mkdtemp, open, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { writeAt } from "@/lib/storage/durable";
import { onDisk } from "@/lib/storage/filesystem-errors";
import { openStore } from "@/lib/storage/open";
import { ObjectMissing, type ObjectStore, StoreUnavailable } from "@/lib/storage/port";
import { startChild } from "@/tests/support/child";
import { bytesOf, inChunks, patternBytes } from "@/tests/support/stores";

const bytes = patternBytes(300_000);
let dataDir: string;
let store: ObjectStore;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "longwave-files-"));
  store = openStore({ s3: null, dataDir });
  await store.check();
  return () => rm(dataDir, { recursive: true, force: true });
});

const part = (uploadId: string, number = 1) => ({ key: "a.bin", uploadId, number, offset: 0, size: bytes.length });
const left = async (folder: string) => readdir(join(dataDir, folder));

it("a failed write leaves no file behind, not even a temporary one", async () => {
  await expect(store.write("a.bin", inChunks(bytes), bytes.length + 1)).rejects.toThrow();
  expect([await left("objects"), await left("temp")]).toEqual([[], []]);
});

it("checking leaves nothing behind", async () => {
  expect([await left("objects"), await left("temp"), await left("uploads")]).toEqual([[], [], []]);
});

it("a writer that is still at work when the upload is completed, in whatever process, cannot touch the object", async () => {
  const size = 8 * 1024 * 1024;
  const sent = patternBytes(size);
  const uploadId = await store.createParts("a.bin");
  const settings = JSON.stringify({ s3: null, dataDir });
  const late = startChild("tests/support/crashing-writer.ts", {}, ["part", "a.bin", uploadId, settings]);
  onTestFinished(async () => {
    late.process.kill("SIGKILL");
    await late.ended();
  });
  await late.said(/writing/);
  const parts = [];
  for (const number of [1, 2]) {
    const place = { key: "a.bin", uploadId, number, offset: (number - 1) * size, size };
    parts.push({ number, size, ...(await store.writePart(place, inChunks(sent))) });
  }
  await store.completeParts("a.bin", uploadId, parts);
  late.process.kill("SIGUSR2");
  expect(await late.ended()).not.toBe(0);
  expect(late.words()).toContain("There is no a.bin in the store.");
  expect((await readFile(join(dataDir, "objects/a.bin"))).equals(Buffer.concat([sent, sent]))).toBe(true);
  expect(await left("uploads")).toEqual([]);
});

it("of two who write the same part each has a file of its own, and a tag that tells whose lies there", async () => {
  const uploadId = await store.createParts("a.bin");
  const slow = new PassThrough();
  const first = store.writePart(part(uploadId), slow);
  slow.write(Buffer.alloc(1000));
  const second = await store.writePart(part(uploadId), inChunks(bytes));
  expect(await store.listParts("a.bin", uploadId)).toEqual([{ number: 1, size: bytes.length, etag: second.etag }]);
  slow.end(Buffer.alloc(bytes.length - 1000));
  const { etag } = await first;
  expect(await store.listParts("a.bin", uploadId)).toEqual([{ number: 1, size: bytes.length, etag }]);
  const complete = (tag: string) =>
    store.completeParts("a.bin", uploadId, [{ number: 1, size: bytes.length, etag: tag }]);
  await expect(complete(second.etag)).rejects.toThrow(ObjectMissing);
  expect(await left(`uploads/${uploadId}`)).toEqual(["1"]);
  expect(await store.head("a.bin")).toBeNull();
  await complete(etag);
  const read = await bytesOf(await store.read("a.bin", null, new AbortController().signal));
  expect(read.equals(Buffer.alloc(bytes.length))).toBe(true);
});

it("a completion that was cut off once the object was in place is carried on", async () => {
  const uploadId = await store.createParts("a.bin");
  const { etag } = await store.writePart(part(uploadId), inChunks(bytes));
  await cp(join(dataDir, "uploads", uploadId, "1"), join(dataDir, "objects/a.bin"));
  await rm(join(dataDir, "uploads", uploadId, "1"));
  await store.completeParts("a.bin", uploadId, [{ number: 1, size: bytes.length, etag }]);
  expect([await left("objects"), await left("uploads")]).toEqual([["a.bin"], []]);
});

it("what a crash left behind is swept when it is old, and objects never are", async () => {
  await store.write("a.bin", bytes, bytes.length);
  const uploadId = await store.createParts("b.bin");
  await writeFile(join(dataDir, "temp", "crashed"), "half");
  const old = new Date("2026-01-01");
  for (const path of ["objects/a.bin", "temp/crashed", `uploads/${uploadId}`])
    await utimes(join(dataDir, path), old, old);
  const fresh = await store.createParts("c.bin");
  await store.sweep(new Date("2026-06-01"));
  expect([await left("objects"), await left("temp"), await left("uploads")]).toEqual([["a.bin"], [], [fresh]]);
});

it("a full disk is said in a sentence", async () => {
  const full = await open("/dev/full", "r+");
  onTestFinished(() => full.close());
  await expect(onDisk(writeAt(full, 0, inChunks(bytes)))).rejects.toThrow(
    new StoreUnavailable("The disk with the data directory is full."),
  );
});

it("a data directory that is a file is said in a sentence", async () => {
  const file = join(dataDir, "file");
  await writeFile(file, "");
  await expect(openStore({ s3: null, dataDir: file }).check()).rejects.toThrow(StoreUnavailable);
});

it("an upload id that leads elsewhere is refused", async () => {
  await expect(store.writePart(part("../objects/a.bin"), inChunks(bytes))).rejects.toThrow("is not a safe key");
  await expect(store.abortParts("a.bin", "../objects/a.bin")).rejects.toThrow("is not a safe key");
});
