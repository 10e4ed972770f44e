import { randomUUID } from "node:crypto";
import { open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ByteRange } from "@/lib/http/ranges";
import { diskTurns } from "@/lib/storage/disk-turns";
import { makeFolder, writeWhole } from "@/lib/storage/durable";
import { fileStream } from "@/lib/storage/file-stream";
import { isAbsence, missingOn, onDisk } from "@/lib/storage/filesystem-errors";
import { listFiles } from "@/lib/storage/filesystem-list";
import {
  createPartsFolder,
  joinPartFiles,
  listPartFiles,
  removePartFiles,
  writePartFile,
} from "@/lib/storage/filesystem-parts";
import { safeKey, safePrefix } from "@/lib/storage/keys";
import { openFiles } from "@/lib/storage/open-files";
import { ObjectMissing, type ObjectStore } from "@/lib/storage/port";

type Folders = { objects: string; uploads: string; temporary: string };

/**
 * Objects as files below `folder`, which must be one filesystem: what is finished is put in place by rename. Reads, checks
 * and writes of what is in memory wait `patience` ms for a disk that says nothing.
 */
export function filesystemStore(folder: string, patience?: number): ObjectStore {
  const folders = {
    objects: join(folder, "objects"),
    uploads: join(folder, "uploads"),
    temporary: join(folder, "temp"),
  };
  const pathOf = (key: string) => join(folders.objects, safeKey(key));
  const inTurn = diskTurns(patience);
  const files = openFiles(inTurn);
  return {
    head: async (key) => onDisk(inTurn(pathOf(key), () => headOf(pathOf(key)))),
    read: async (key, range, signal) =>
      onDisk(inTurn(pathOf(key), () => openFile(key, pathOf(key), range, signal), cancel)),
    readAt: async (key, position, into) => onDisk(missingOn(key, files.readAt(pathOf(key), position, into))),
    readAhead: 256 * 1024,
    write: async (key, body, size) => {
      const path = pathOf(key);
      const write = async () => {
        await makeFolder(folders.temporary);
        await writeWhole(path, join(folders.temporary, randomUUID()), body, size);
      };
      // A body that comes from elsewhere may take as long as it likes.
      await onDisk(body instanceof Uint8Array ? inTurn(path, write) : write());
    },
    delete: async (key) => {
      files.drop(pathOf(key));
      await onDisk(remove(pathOf(key)));
    },
    list: (prefix) => listFiles(folders.objects, safePrefix(prefix)),
    createParts: (key) => onDisk(createPartsFolder(folders.uploads, key)),
    writePart: (part, body, signal) => onDisk(writePartFile(folders.uploads, part, body, signal)),
    completeParts: async (key, uploadId, parts) =>
      onDisk(joinPartFiles(folders.uploads, uploadId, { key, path: pathOf(key), parts })),
    abortParts: async (_, uploadId) => onDisk(removePartFiles(folders.uploads, uploadId)),
    listParts: async (_, uploadId) => onDisk(listPartFiles(folders.uploads, uploadId)),
    presignPart: null,
    presignRead: () => null,
    sweep: (before) => onDisk(sweep(folders, before)),
    check: () => onDisk(inTurn(folder, () => check(folders))),
    close: async () => files.close(),
  };
}

async function headOf(path: string): Promise<{ size: number; lastModified: Date } | null> {
  const found = await stat(path).catch(unlessAbsent);
  return found?.isFile() ? { size: found.size, lastModified: found.mtime } : null;
}

async function openFile(
  key: string,
  path: string,
  range: ByteRange | null,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  signal.throwIfAborted();
  const file = await missingOn(key, open(path, "r"));
  try {
    const found = await file.stat();
    if (!found.isFile()) throw new ObjectMissing(key);
    signal.throwIfAborted();
    return fileStream(file, range ?? { start: 0, end: found.size - 1 }, signal);
  } catch (error) {
    await file.close();
    throw error;
  }
}

function cancel(stream: ReadableStream<Uint8Array>): void {
  stream.cancel().catch(() => {});
}

async function remove(path: string): Promise<void> {
  await rm(path, { force: true }).catch(unlessAbsent);
}

async function sweep(folders: Folders, before: Date): Promise<void> {
  for (const folder of [folders.temporary, folders.uploads])
    for (const name of (await readdir(folder).catch(unlessAbsent)) ?? []) {
      const found = await stat(join(folder, name)).catch(unlessAbsent);
      if (found && found.mtime < before) await rm(join(folder, name), { recursive: true, force: true });
    }
}

async function check({ objects, uploads, temporary }: Folders): Promise<void> {
  for (const folder of [objects, uploads, temporary]) {
    await makeFolder(folder);
    const probe = join(folder, `.probe-${randomUUID()}`);
    await writeWhole(probe, `${probe}.new`, Buffer.of(1), 1);
    await rm(probe);
  }
}

function unlessAbsent(error: unknown): null {
  if (isAbsence(error)) return null;
  throw error;
}
