import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { exactly } from "@/lib/storage/bodies";

/** Writes a new file and puts it in place by rename: after a crash the path holds all of it or what it held before. */
export async function writeWhole(
  path: string,
  temporary: string,
  body: AsyncIterable<Uint8Array> | Uint8Array,
  size: number,
): Promise<void> {
  try {
    const file = await open(temporary, "wx");
    try {
      await writeAt(file, 0, exactly(body, size));
      await file.sync();
    } finally {
      await file.close();
    }
    await moveInto(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Writes the chunks one after the other from `position`. */
export async function writeAt(file: FileHandle, position: number, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  let at = position;
  for await (const chunk of chunks) {
    for (let written = 0; written < chunk.length; ) {
      const { bytesWritten } = await file.write(chunk, written, chunk.length - written, at);
      written += bytesWritten;
      at += bytesWritten;
    }
  }
}

/** Renames a synced file; the new name survives a crash. */
export async function moveInto(from: string, to: string): Promise<void> {
  await makeFolder(dirname(to));
  await rename(from, to);
  await syncFolder(dirname(to));
}

/** Like `mkdir -p`; the new folders survive a crash. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  const above = dirname(resolve(first));
  for (let at = resolve(folder); at !== above; at = dirname(at)) await syncFolder(dirname(at));
}

/** Makes the names in a folder durable, not the files' bytes. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
