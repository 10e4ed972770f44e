import { setTimeout as pause } from "node:timers/promises";

const LAST_WORDS_MS = 1_000;

/** A stream that is being sent, or opened. */
export type OpenStream = { readonly signal: AbortSignal; abort(reason: Error): void; close(): void };

/** Why a stream was ended by us, and not by who listens. Told by its name: Next bundles this module a second time beside server.ts. */
export class StreamCut extends Error {
  static override [Symbol.hasInstance] = (error: unknown) => error instanceof Error && error.name === "StreamCut";
  override name = "StreamCut";
}

/** What may end a stream: a Request, whose listener may leave, or any signal in an object. */
export type Ender = { readonly signal: AbortSignal };

// The enders are kept here for as long as the stream lives: a Request that is collected never aborts its signal.
type Entry = { owner: string | null; stop: AbortController; enders: Ender[] };
type Register = { entries: Set<Entry> };

// On globalThis, because Next bundles this module a second time beside server.ts.
const name = Symbol.for("longwave.streams");
const shelf = globalThis as { [name]?: Register };
const register: Register = shelf[name] ?? { entries: new Set() };
shelf[name] = register;

/**
 * Registers a stream until `close()`. Its signal aborts when one of the enders' does, or when somebody ends the streams
 * of its owner: whoever may be cut off, such as a workspace's id.
 */
export function beginStream(owner: string | null, enders: Ender[]): OpenStream {
  const stop = new AbortController();
  const entry = { owner, stop, enders };
  const forwards = enders.map(({ signal }) => forward(signal, stop));
  register.entries.add(entry);
  return {
    signal: stop.signal,
    abort: (reason) => stop.abort(reason),
    close() {
      for (const remove of forwards) remove();
      register.entries.delete(entry);
    },
  };
}

/** How many streams are under way in this process. */
export function openStreams(): number {
  return register.entries.size;
}

/** Whose streams are under way: for asking which of them have been suspended, perhaps by another process. */
export function streamOwners(): string[] {
  return [...new Set([...register.entries].flatMap(({ owner }) => owner ?? []))];
}

/** Cuts the streams of an owner off, and says how many there were. */
export function endStreams(owner: string): number {
  return cut(
    [...register.entries].filter((entry) => entry.owner === owner),
    "Its owner was suspended.",
  );
}

/** Cuts off all that is under way, waits until each has told its end, a second at most, and says how many there were. */
export async function endAllStreams(): Promise<number> {
  const count = cut([...register.entries], "The server is stopping.");
  const giveUp = performance.now() + LAST_WORDS_MS;
  while (register.entries.size > 0 && performance.now() < giveUp) await pause(10);
  return count;
}

function cut(entries: Entry[], why: string): number {
  for (const { stop } of entries) stop.abort(new StreamCut(`The stream was ended. ${why}`));
  return entries.length;
}

// Not AbortSignal.any: it holds what it follows only weakly.
function forward(signal: AbortSignal, stop: AbortController): () => void {
  const abort = () => stop.abort(signal.reason);
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort, { once: true });
  return () => signal.removeEventListener("abort", abort);
}
