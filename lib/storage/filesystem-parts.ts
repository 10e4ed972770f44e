import { randomUUID } from "node:crypto";
import { open, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { exactly } from "@/lib/storage/bodies";
import { makeFolder, moveInto, syncFolder, writeAt } from "@/lib/storage/durable";
import { missingOn } from "@/lib/storage/filesystem-errors";
import { safeKey, UnsafeKey } from "@/lib/storage/keys";
import { asOnlyWriter, withoutWriters } from "@/lib/storage/part-writers";
import { ObjectMissing, type Part, PartCutShort } from "@/lib/storage/port";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Begins an upload: one file, into which each part is written at its place. */
export async function createPartsFile(folder: string, key: string): Promise<string> {
  safeKey(key);
  const uploadId = randomUUID();
  await makeFolder(folder);
  await (await open(partsFile(folder, uploadId), "wx")).close();
  await syncFolder(folder);
  return uploadId;
}

export async function writePartAt(
  folder: string,
  part: Part,
  body: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<{ etag: string }> {
  const path = partsFile(folder, part.uploadId);
  return asOnlyWriter(part, signal, async (only) => {
    const file = await missingOn(part.key, open(path, "r+"));
    try {
      await writeAt(file, part.offset, exactly(body, part.size, only));
      await file.datasync();
    } finally {
      await file.close();
    }
    return { etag: `"${part.number}-${part.size}"` };
  });
}

/** Puts the file in place of the object: nothing is copied. */
export async function finishPartsFile(
  folder: string,
  uploadId: string,
  target: { key: string; path: string; size: number },
): Promise<void> {
  const path = partsFile(folder, uploadId);
  await withoutWriters(uploadId, async () => {
    const size = await sizeOf(path);
    if (size === null && (await sizeOf(target.path)) === target.size) return syncFolder(dirname(target.path));
    if (size === null) throw new ObjectMissing(target.key);
    if (size !== target.size) throw new PartCutShort(target.size, size);
    await moveInto(path, target.path);
  });
}

export async function removePartsFile(folder: string, uploadId: string): Promise<void> {
  const path = partsFile(folder, uploadId);
  await withoutWriters(uploadId, () => rm(path, { force: true }));
}

async function sizeOf(path: string): Promise<number | null> {
  return (await stat(path).catch(() => null))?.size ?? null;
}

function partsFile(folder: string, uploadId: string): string {
  if (!uuid.test(uploadId)) throw new UnsafeKey(uploadId);
  return join(folder, uploadId);
}
