import { PartTakenOver } from "@/lib/storage/port";

type Writer = { uploadId: string; number: number; stop: AbortController; ended: Promise<unknown> };
type Desk = { writers: Set<Writer>; finishing: Map<string, Promise<unknown>> };

// On globalThis, because Next bundles this module a second time beside server.ts.
const name = Symbol.for("longwave.part-writers");
const shelf = globalThis as { [name]?: Desk };
const desk: Desk = shelf[name] ?? { writers: new Set(), finishing: new Map() };
shelf[name] = desk;

/**
 * Writes a part while nobody else in this process writes the same one, and not while its upload is being finished.
 * The newest wins: an earlier writer of the part is stopped. Across processes the database decides.
 */
export async function asOnlyWriter<T>(
  { uploadId, number }: { uploadId: string; number: number },
  signal: AbortSignal | undefined,
  write: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  while (desk.finishing.has(uploadId) || writersOf(uploadId, number).length > 0) {
    await desk.finishing.get(uploadId);
    await stopped(writersOf(uploadId, number));
  }
  const stop = new AbortController();
  const ended = write(signal ? AbortSignal.any([stop.signal, signal]) : stop.signal);
  const writer = { uploadId, number, stop, ended: ended.catch(() => {}) };
  desk.writers.add(writer);
  return ended.finally(() => desk.writers.delete(writer));
}

/** Stops every writer of the upload and then finishes it: a late one could change bytes of the finished object. */
export async function withoutWriters<T>(uploadId: string, finish: () => Promise<T>): Promise<T> {
  while (desk.finishing.has(uploadId)) await desk.finishing.get(uploadId);
  const finished = stopped(writersOf(uploadId)).then(finish);
  desk.finishing.set(
    uploadId,
    finished.catch(() => {}),
  );
  return finished.finally(() => desk.finishing.delete(uploadId));
}

function writersOf(uploadId: string, number?: number): Writer[] {
  return [...desk.writers].filter((w) => w.uploadId === uploadId && (number === undefined || w.number === number));
}

async function stopped(writers: Writer[]): Promise<void> {
  for (const { stop } of writers) stop.abort(new PartTakenOver());
  await Promise.all(writers.map(({ ended }) => ended));
}
