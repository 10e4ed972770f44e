import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, inject } from "vitest";
import { provideStore } from "@/lib/media/store";
import { openStore } from "@/lib/storage/open";
import type { ObjectStore } from "@/lib/storage/port";
import "./provided";

export type StoreSettings = Parameters<typeof openStore>[0];
export type OpenedStore = { kind: "filesystem" | "S3"; store: ObjectStore; settings: StoreSettings };

/** Runs the tests once on a folder and once on a bucket of their own, behind `store()`. `opened()` may be called inside tests and hooks. */
export function eachStore(title: string, tests: (opened: () => OpenedStore) => void): void {
  const kinds = [
    { kind: "filesystem", absent: false },
    { kind: "S3", absent: inject("s3") === null },
  ] as const;
  for (const { kind, absent } of kinds)
    describe.skipIf(absent)(`${title} (${kind})`, () => {
      let opened: OpenedStore | null = null;
      beforeAll(async () => {
        const settings = await freshSettings(kind);
        opened = { kind, settings, store: openStore(settings) };
        await opened.store.check();
        provideStore(opened.store);
        return async () => {
          await opened?.store.close();
          await rm(settings.dataDir, { recursive: true, force: true });
        };
      });
      tests(() => {
        if (!opened) throw new Error("The store is opened in beforeAll: ask for it inside a test.");
        return opened;
      });
    });
}

/** Lets the tests of a file, or of a describe, keep their objects in a store of their own: the usual one of their project. */
export function useStore(): void {
  beforeAll(async () => {
    if (isOnS3 && inject("s3") === null) return; // skipped (only-with-s3.ts)
    const settings = await usualSettings();
    const store = openStore(settings);
    await store.check();
    provideStore(store);
    return async () => {
      await store.close();
      await rm(settings.dataDir, { recursive: true, force: true });
    };
  });
}

/** Whether it is the project "on-s3" (vitest.config.ts). */
const isOnS3 = process.env.LONGWAVE_TEST_STORE === "S3";

/** Of a folder; in the project "on-s3" of a bucket, whose parts come through the app as well. */
export async function usualSettings(): Promise<StoreSettings> {
  const { s3, dataDir } = await freshSettings(isOnS3 ? "S3" : "filesystem");
  return { s3: s3 && { ...s3, publicEndpoint: null }, dataDir };
}

/** Settings for a folder, and for S3 a bucket, that nobody else uses. */
export async function freshSettings(kind: OpenedStore["kind"]): Promise<StoreSettings> {
  const dataDir = await mkdtemp(join(tmpdir(), "longwave-store-"));
  const server = inject("s3");
  if (kind === "filesystem") return { s3: null, dataDir };
  if (!server) throw new Error("There is no S3 server for this test.");
  const bucket = `longwave-test-${randomBytes(6).toString("hex")}`;
  return { s3: { ...server, region: "us-east-1", bucket, publicEndpoint: server.endpoint }, dataDir };
}

/** Every chunk of a stream, together. */
export async function bytesOf(stream: ReadableStream<Uint8Array> | null): Promise<Buffer> {
  return Buffer.concat(stream ? await Array.fromAsync(stream) : []);
}

/** Bytes that differ at every place, so that a shifted range is seen. */
export function patternBytes(length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length; at++) bytes[at] = (at * 2654435761) >>> 24;
  return bytes;
}

/** The body as chunks of a size that fits nothing. */
export async function* inChunks(bytes: Uint8Array, size = 70_001): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
