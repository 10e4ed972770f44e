/**
 * A parser written as straight-line code over bytes that have not all come yet. It yields what it wants next and is
 * resumed with the answer: a peek with up to that many bytes (fewer only at the end), a skip with nothing.
 */
export type Walk<Result> = Generator<{ peek: number } | { skip: number }, Result, Uint8Array>;

export function* peek(bytes: number): Walk<Uint8Array> {
  return yield { peek: bytes };
}

export function* skip(bytes: number): Walk<void> {
  yield { skip: bytes };
}

/** Runs a walk over a stream; holds no more than the largest peek and one chunk. Leaves the rest unread when the walk ends. */
export async function walkStream<Result>(walk: Walk<Result>, chunks: AsyncIterable<Uint8Array>): Promise<Result> {
  const source = chunks[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array(0);
  let ended = false;
  const more = async () => {
    const next = await source.next();
    if (next.done) ended = true;
    else held = held.length === 0 ? next.value : joined(held, next.value);
  };
  let step = walk.next();
  while (!step.done) {
    if ("peek" in step.value) {
      const wanted = step.value.peek;
      while (held.length < wanted && !ended) await more();
      step = walk.next(held.subarray(0, wanted));
    } else {
      let left = step.value.skip;
      while (left > held.length && !ended) {
        left -= held.length;
        held = held.subarray(held.length);
        await more();
      }
      held = held.subarray(Math.min(left, held.length));
      step = walk.next(held.subarray(0, 0));
    }
  }
  return step.value;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

export function bytesView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Bytes as characters of Latin-1: for comparing four-letter names and other magic bytes. */
export function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
