import { PartCutShort } from "@/lib/storage/port";

/**
 * The chunks of a body, which must be `size` bytes together. Throws PartCutShort before more than that, and before the
 * last chunk of too many, has been given out; throws the signal's reason even while the body stalls.
 */
export async function* exactly(
  body: AsyncIterable<Uint8Array> | Uint8Array,
  size: number,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let received = 0;
  let held: Uint8Array | null = null;
  for await (const chunk of untilAborted(body instanceof Uint8Array ? only(body) : body, signal)) {
    received += chunk.length;
    if (received > size) throw new PartCutShort(size, received);
    if (held) yield held;
    held = chunk;
  }
  if (received < size) throw new PartCutShort(size, received);
  if (held && held.length > 0) yield held;
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* untilAborted<T>(source: AsyncIterable<T>, signal?: AbortSignal): AsyncGenerator<T> {
  signal?.throwIfAborted();
  // Of one chunk at a time: a promise that lasted as long as the body would hold on to every chunk that raced with it.
  let giveUp: (reason: unknown) => void = () => {};
  const abort = () => giveUp(signal?.reason);
  signal?.addEventListener("abort", abort, { once: true });
  const iterator = source[Symbol.asyncIterator]();
  let done = false;
  try {
    while (true) {
      const next = await new Promise<IteratorResult<T>>((resolve, reject) => {
        giveUp = reject;
        iterator.next().then(resolve, reject);
      });
      if (next.done) break;
      yield next.value;
      signal?.throwIfAborted();
    }
    done = true;
  } finally {
    signal?.removeEventListener("abort", abort);
    // Not awaited: a stalled source answers return() only after its pending next().
    if (!done) iterator.return?.().catch(() => {});
  }
}
