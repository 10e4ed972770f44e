import { mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { beforeEach, expect, it } from "vitest";
import { openStore } from "@/lib/storage/open";
import { type ObjectStore, PartTakenOver, StoreUnavailable } from "@/lib/storage/port";
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

it("a writer that is still at work when the upload is completed cannot touch the object", async () => {
  const uploadId = await store.createParts("a.bin");
  const { etag } = await store.writePart(part(uploadId), inChunks(bytes));
  const [atWork, mayGoOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const late = async function* () {
    yield Buffer.alloc(1);
    yield Buffer.alloc(1);
    atWork.resolve();
    await mayGoOn.promise;
    yield Buffer.alloc(bytes.length - 2);
  };
  const refused = expect(store.writePart(part(uploadId), late())).rejects.toThrow(PartTakenOver);
  await atWork.promise;
  await store.completeParts("a.bin", uploadId, [{ number: 1, size: bytes.length, etag }]);
  const completed = await readFile(join(dataDir, "objects/a.bin"));
  mayGoOn.resolve();
  await refused;
  expect((await readFile(join(dataDir, "objects/a.bin"))).equals(completed)).toBe(true);
});

it("of two who write the same part the later one wins", async () => {
  const uploadId = await store.createParts("a.bin");
  const slow = new PassThrough();
  const first = expect(store.writePart(part(uploadId), slow)).rejects.toThrow(PartTakenOver);
  slow.write(Buffer.alloc(1000));
  const { etag } = await store.writePart(part(uploadId), inChunks(bytes));
  await first;
  await store.completeParts("a.bin", uploadId, [{ number: 1, size: bytes.length, etag }]);
  expect((await bytesOf(await store.read("a.bin", null, new AbortController().signal))).equals(bytes)).toBe(true);
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
  const uploadId = await store.createParts("a.bin");
  await rm(join(dataDir, "uploads", uploadId));
  await symlink("/dev/full", join(dataDir, "uploads", uploadId));
  const writing = store.writePart(part(uploadId), inChunks(bytes));
  await expect(writing).rejects.toThrow(new StoreUnavailable("The disk with the data directory is full."));
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
