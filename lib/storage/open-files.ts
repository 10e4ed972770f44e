import { close, open, read } from "node:fs";
import { promisify } from "node:util";
import { LRUCache } from "lru-cache";
import type { DiskTurns } from "@/lib/storage/disk-turns";

const LIMIT = 256;
const IDLE_MS = 10_000;

type Kept = { fd: Promise<number>; readers: number; dropped: boolean };

export type OpenFiles = {
  /** Fills the buffers from `position` on. Throws when the file ends before. */
  readAt(path: string, position: number, into: Uint8Array[]): Promise<void>;
  /** Before the file is deleted: its bytes are given back once nobody reads it. */
  drop(path: string): void;
  close(): void;
};

/** Files that are read again and again stay open: the 256 used last, each until nobody has read it for ten seconds. */
export function openFiles(inTurn: DiskTurns): OpenFiles {
  const kept = new LRUCache<string, Kept>({
    max: LIMIT,
    ttl: IDLE_MS,
    updateAgeOnGet: true,
    dispose: (file) => drop(file),
  });
  const idle = setInterval(() => kept.purgeStale(), IDLE_MS / 2);
  idle.unref();
  const opening = (path: string) =>
    inTurn(
      path,
      () => promisify(open)(path, "r"),
      (fd) => close(fd, () => {}),
    );
  return {
    async readAt(path, position, into) {
      const file = kept.get(path) ?? { fd: opening(path), readers: 0, dropped: false };
      if (!kept.has(path)) kept.set(path, file);
      file.readers += 1;
      try {
        const fd = await file.fd;
        await inTurn(path, () => fillAll(fd, position, into));
      } catch (error) {
        if (kept.peek(path) === file) kept.delete(path);
        throw error;
      } finally {
        file.readers -= 1;
        if (file.dropped) closeUnused(file);
      }
    },
    drop: (path) => kept.delete(path),
    close() {
      clearInterval(idle);
      kept.clear();
    },
  };
}

function drop(file: Kept): void {
  file.dropped = true;
  closeUnused(file);
}

function closeUnused(file: Kept): void {
  if (file.readers > 0) return;
  file.fd.then(
    (fd) => close(fd, () => {}),
    () => {}, // it was never open
  );
}

async function fillAll(fd: number, position: number, into: Uint8Array[]): Promise<void> {
  let at = position;
  for (const buffer of into) {
    await fill(fd, at, buffer);
    at += buffer.length;
  }
}

async function fill(fd: number, position: number, into: Uint8Array): Promise<void> {
  for (let filled = 0; filled < into.length; ) {
    const count = await readSome(fd, into, filled, position + filled);
    if (count === 0) throw new Error(`The file ends at byte ${position + filled}, before what was asked for.`);
    filled += count;
  }
}

/** One read by position. By callback: a FileHandle's promise costs more than a block that is in memory already. */
function readSome(fd: number, into: Uint8Array, offset: number, position: number): Promise<number> {
  return new Promise((resolve, reject) => {
    read(fd, into, offset, into.length - offset, position, (error, count) => (error ? reject(error) : resolve(count)));
  });
}
