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
  const held = new Held(chunks[Symbol.asyncIterator]());
  let step = walk.next();
  while (!step.done) {
    const wish = step.value;
    if ("peek" in wish) {
      if (held.bytes.length < wish.peek) await held.fill(wish.peek);
      step = walk.next(held.bytes.subarray(0, wish.peek));
    } else {
      if (held.bytes.length < wish.skip) await held.drop(wish.skip);
      else held.bytes = held.bytes.subarray(wish.skip);
      step = walk.next(held.bytes.subarray(0, 0));
    }
  }
  return step.value;
}

/** What was read of a stream and is not yet passed. */
class Held {
  bytes: Uint8Array = new Uint8Array(0);
  readonly #source: AsyncIterator<Uint8Array>;

  constructor(source: AsyncIterator<Uint8Array>) {
    this.#source = source;
  }

  async fill(wanted: number): Promise<void> {
    const pieces = [this.bytes];
    let length = this.bytes.length;
    while (length < wanted) {
      const next = await this.#source.next();
      if (next.done) break;
      pieces.push(next.value);
      length += next.value.length;
    }
    this.bytes = joined(pieces, length);
  }

  async drop(bytes: number): Promise<void> {
    let left = bytes - this.bytes.length;
    this.bytes = this.bytes.subarray(this.bytes.length);
    while (left > 0) {
      const next = await this.#source.next();
      if (next.done) return;
      this.bytes = next.value.subarray(left);
      left -= next.value.length;
    }
  }
}

function joined(pieces: Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export function bytesView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Bytes as characters of Latin-1: for comparing four-letter names and other magic bytes. */
export function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
