import { randomUUID } from "node:crypto";
import type { BigIntStats } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path, { dirname } from "node:path";
import { exactly } from "@/lib/storage/bodies";
import { makeFolder, moveInto, syncFolder, writeAt } from "@/lib/storage/durable";
import { missingOn } from "@/lib/storage/filesystem-errors";
import { safeKey, UnsafeKey } from "@/lib/storage/keys";
import { ObjectMissing, type Part } from "@/lib/storage/port";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const COPIED_AT_ONCE = 1024 * 1024;

type Sent = { number: number; etag: string; size: number };
type Target = { key: string; path: string; parts: Sent[] };

/** Begins an upload: a folder, into which each part is put when it is whole. */
export async function createPartsFolder(folder: string, key: string): Promise<string> {
  safeKey(key);
  const uploadId = randomUUID();
  await makeFolder(folder);
  await mkdir(partsFolder(folder, uploadId));
  await syncFolder(folder);
  return uploadId;
}

/** Each try has a file of its own: what somebody may still be writing, here or in another process, is never what was noted. */
export async function writePartFile(
  folder: string,
  part: Part,
  body: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<{ etag: string }> {
  const parts = partsFolder(folder, part.uploadId);
  const temporary = path.join(parts, `${part.number}.${randomUUID()}`);
  try {
    const etag = await writeAlone(part, temporary, exactly(body, part.size, signal));
    await missingOn(part.key, rename(temporary, path.join(parts, `${part.number}`)));
    await missingOn(part.key, syncFolder(parts));
    return { etag };
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeAlone({ key }: Part, path: string, chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const file = await missingOn(key, open(path, "wx"));
  try {
    await writeAt(file, 0, chunks);
    await file.sync();
    return await etagOf(file);
  } finally {
    await file.close();
  }
}

/**
 * Joins the parts in a file of its own and puts that in place of the object: nobody else ever had it open, so nobody can change it
 * afterwards. A part that lies there under another tag came from somebody else: ObjectMissing.
 */
export async function joinPartFiles(folder: string, uploadId: string, target: Target): Promise<void> {
  if (await isJoined(target)) await syncFolder(dirname(target.path));
  else await join(partsFolder(folder, uploadId), target).catch((error) => unlessJoined(target, error));
  await removePartFiles(folder, uploadId);
}

async function isJoined({ path, parts }: Target): Promise<boolean> {
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  return (await stat(path).catch(() => null))?.size === size;
}

/** Whoever completes at the same moment and was first has taken the parts away. */
async function unlessJoined(target: Target, error: unknown): Promise<void> {
  if (!(await isJoined(target))) throw error;
  await syncFolder(dirname(target.path));
}

async function join(parts: string, target: Target): Promise<void> {
  const joined = path.join(parts, `joined.${randomUUID()}`);
  try {
    await writeJoined(parts, joined, target);
    await moveInto(joined, target.path);
  } catch (error) {
    await rm(joined, { force: true }); // half of it would keep a full disk full
    throw error;
  }
}

async function writeJoined(parts: string, joined: string, target: Target): Promise<void> {
  const file = await missingOn(target.key, open(joined, "wx"));
  const buffer = Buffer.allocUnsafeSlow(COPIED_AT_ONCE);
  try {
    for (const part of target.parts) await append(file, path.join(parts, `${part.number}`), part, target.key, buffer);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function append(to: FileHandle, from: string, { etag }: Sent, key: string, buffer: Buffer): Promise<void> {
  const file = await missingOn(key, open(from, "r"));
  try {
    if ((await etagOf(file)) !== etag) throw new ObjectMissing(key);
    for (let got = await file.read(buffer); got.bytesRead > 0; got = await file.read(buffer))
      await to.appendFile(buffer.subarray(0, got.bytesRead));
  } finally {
    await file.close();
  }
}

/** Parts that are whole, as they lie there now. */
export async function listPartFiles(folder: string, uploadId: string): Promise<Sent[]> {
  const parts = partsFolder(folder, uploadId);
  const names = (await readdir(parts).catch(() => [])).filter((name) => /^\d+$/.test(name));
  return Promise.all(
    names.map(async (name) => {
      const found = await stat(path.join(parts, name), { bigint: true });
      return { number: Number(name), size: Number(found.size), etag: tagOf(found) };
    }),
  );
}

export const removePartFiles = (folder: string, uploadId: string): Promise<void> =>
  rm(partsFolder(folder, uploadId), { recursive: true, force: true, maxRetries: 3 });

/** No two tries have the same: which file it is, and when it was written last. */
const tagOf = ({ ino, mtimeNs, size }: BigIntStats): string =>
  `"${ino.toString(36)}-${mtimeNs.toString(36)}-${size.toString(36)}"`;

const etagOf = async (file: FileHandle): Promise<string> => tagOf(await file.stat({ bigint: true }));

function partsFolder(folder: string, uploadId: string): string {
  if (!uuid.test(uploadId)) throw new UnsafeKey(uploadId);
  return path.join(folder, uploadId);
}
