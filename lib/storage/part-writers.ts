import { PartTakenOver } from "@/lib/storage/port";

type Writer = { uploadId: string; number: number; stop: AbortController; ended: Promise<unknown> };

// On globalThis, because Next bundles this module a second time beside server.ts.
const name = Symbol.for("longwave.part-writers");
const shelf = globalThis as { [name]?: Set<Writer> };
const writers = shelf[name] ?? new Set<Writer>();
shelf[name] = writers;

/**
 * Writes a part while nobody else in this process writes the same one. The newest wins: an earlier writer of the part is
 * stopped. Across processes the ETag of what lies in the store decides.
 */
export async function asOnlyWriter<T>(
  { uploadId, number }: { uploadId: string; number: number },
  write: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  for (let others = writersOf(uploadId, number); others.length > 0; others = writersOf(uploadId, number))
    await stopped(others);
  const stop = new AbortController();
  const ended = write(stop.signal);
  const writer = { uploadId, number, stop, ended: ended.catch(() => {}) };
  writers.add(writer);
  return ended.finally(() => writers.delete(writer));
}

const writersOf = (uploadId: string, number: number): Writer[] =>
  [...writers].filter((writer) => writer.uploadId === uploadId && writer.number === number);

async function stopped(others: Writer[]): Promise<void> {
  for (const { stop } of others) stop.abort(new PartTakenOver());
  await Promise.all(others.map(({ ended }) => ended));
}
