import { type Block, blockCache } from "@/lib/delivery/block-cache";
import { BLOCK, bufferPool, SMALL } from "@/lib/delivery/buffers";
import { whileListening } from "@/lib/delivery/while-listening";
import type { ByteRange } from "@/lib/http/ranges";
import { mayStillWrite, type ObjectStore } from "@/lib/storage/port";

/** Some bytes of an object, on loan until they are given back; or abandoned, when somebody may still be reading them. */
export type Piece = { bytes: Buffer; giveBack(): void; abandon(): void };

/** A listener who stays is read ahead for more and more: 256 KiB, 1 MiB, 4 MiB where the store likes it. */
const FASTER = 4;

/** Bytes in a millisecond: whoever takes fewer is a slow listener. */
const SLOW = 1_000;

type Stored = { key: string; size: number };
/** How much is to be read at once for this listener, and whether it takes its time. */
type Pace = { span: number; isSlow: boolean };
type Store = Pick<ObjectStore, "readAt" | "readAhead">;

export type Pieces = {
  /** The bytes of a range, piece after piece. */
  open(object: Stored, range: ByteRange, signal: AbortSignal): PieceReader;
  /** How many pieces are with readers just now. */
  onLoan(): number;
};

export type PieceReader = {
  /** Null after the last. Throws ObjectMissing, StoreUnavailable, or what `signal` aborts with. */
  next(): Promise<Piece | null>;
  /** Gives back what was read ahead, or is on its way, and is not wanted any more. */
  close(): void;
};

/** Reads the objects of a store by blocks of 256 KiB, of which `cacheBytes` are kept. What is kept never changes: assets are immutable. */
export function pieces(store: Store, cacheBytes: number): Pieces {
  const pool = bufferPool();
  const cache = blockCache(cacheBytes, pool);
  let out = 0;

  return {
    onLoan: () => out,
    open(object, { start, end }, signal) {
      const ahead: Piece[] = [];
      let at = start;
      let span = BLOCK;
      let isClosed = false;
      let given = { bytes: 0, at: 0 };
      const isSlow = () => given.bytes < SLOW * (performance.now() - given.at);
      const close = () => {
        isClosed = true;
        for (const piece of ahead.splice(0)) piece.giveBack();
      };
      return {
        async next() {
          if (at > end || isClosed) return null;
          if (ahead.length === 0) {
            const pace = { span, isSlow: at > start && isSlow() };
            ahead.push(...(await take(object, { start: at, end }, pace, signal)));
            span = Math.min(span * FASTER, store.readAhead);
          }
          if (isClosed) close();
          const piece = ahead.shift() ?? null;
          given = { bytes: piece?.bytes.length ?? 0, at: performance.now() };
          at += given.bytes;
          return piece;
        },
        close,
      };
    },
  };

  /** The next bytes of the range: a block that is kept or wanted by others too, else what the store gives at once. */
  async function take(object: Stored, range: ByteRange, pace: Pace, signal: AbortSignal): Promise<Piece[]> {
    const first = range.start - (range.start % BLOCK);
    const read = (into: Buffer) => readBlock(store, object, first, into);
    const held =
      cache.hold(nameOf(object, first), read) ??
      (pool.isLentOut(pace.isSlow) ? cache.hold(nameOf(object, first), read) : null);
    if (!held) return readOnce(object, range, pace, signal);
    const block = held instanceof Promise ? await whileListening(held, signal, cache.letGo) : held;
    if (!signal.aborted) return [lend(block, range.start - first, Math.min(range.end + 1 - first, BLOCK), pace.isSlow)];
    cache.letGo(block);
    throw signal.reason;
  }

  /** However many read a block, it is in memory once. */
  function lend(block: Block, from: number, to: number, isSlow: boolean): Piece {
    if (block.readers === 0 && !pool.lend(isSlow)) {
      const copy = small(to - from);
      block.bytes.copy(copy.bytes, 0, from);
      cache.letGo(block);
      return copy;
    }
    block.readers += 1;
    const leave = () => {
      block.readers -= 1;
      if (block.readers === 0) pool.returned();
    };
    return onLoan(block.bytes.subarray(from, to), leave, () => cache.letGo(block));
  }

  /** The first touch: nothing is kept of it. What cannot be read ahead does not hold up what is wanted now. */
  async function readOnce(object: Stored, range: ByteRange, pace: Pace, signal: AbortSignal): Promise<Piece[]> {
    const { now, ahead } = buffersFor(object, range, pace);
    if (ahead.length > 0 && (await isFilled([now, ...ahead], object, range, signal))) return [now, ...ahead];
    for (const { giveBack } of ahead) giveBack();
    await fill([now], object, range, signal).catch((error) => {
      if (mayStillWrite(error)) now.abandon();
      else now.giveBack();
      throw error;
    });
    return [now];
  }

  function isFilled(taken: Piece[], object: Stored, range: ByteRange, signal: AbortSignal): Promise<boolean> {
    return fill(taken, object, range, signal).then(
      () => true,
      () => false,
    );
  }

  function fill(taken: Piece[], { key }: Stored, { start }: ByteRange, signal: AbortSignal): Promise<void> {
    const buffers = taken.map(({ bytes }) => bytes);
    return store.readAt(key, start, buffers, signal);
  }

  /** For the rest of the range's first block, and the blocks after it that nobody has asked for either. */
  function buffersFor(object: Stored, { start, end }: ByteRange, pace: Pace): { now: Piece; ahead: Piece[] } {
    const first = start - (start % BLOCK);
    const length = Math.min(end + 1, first + BLOCK) - start;
    const now = (length > SMALL && borrow(length, pace.isSlow)) || small(length);
    const ahead: Piece[] = [];
    const most = Math.min(pace.span, pool.share() * BLOCK);
    const readTo = now.bytes.length < length ? first : Math.min(end + 1, first + most);
    for (let next = first + BLOCK; next < readTo; next += BLOCK) {
      const more = cache.isFirstTouch(nameOf(object, next)) && borrow(Math.min(BLOCK, end + 1 - next), pace.isSlow);
      if (!more) break;
      ahead.push(more);
    }
    return { now, ahead };
  }

  function borrow(length: number, isSlow: boolean): Piece | null {
    if (!pool.lend(isSlow)) return null;
    const buffer = pool.take();
    return onLoan(buffer.subarray(0, length), pool.returned, () => pool.giveBack(buffer));
  }

  function small(length: number): Piece {
    const buffer = pool.take(SMALL);
    return onLoan(
      buffer.subarray(0, length),
      () => {},
      () => pool.giveBack(buffer),
    );
  }

  /** Told twice, it ends once. */
  function onLoan(bytes: Buffer, leave: () => void, giveBack: () => void): Piece {
    let isOut = true;
    out += 1;
    const end = (more: () => void) => {
      if (!isOut) return;
      isOut = false;
      out -= 1;
      leave();
      more();
    };
    return { bytes, giveBack: () => end(giveBack), abandon: () => end(() => {}) };
  }
}

function nameOf({ key }: Stored, first: number): string {
  return `${key} ${first}`;
}

/** For all who ask: whoever leaves does not end it, and at most this block is read for nobody. */
function readBlock(store: Store, { key, size }: Stored, first: number, into: Buffer): Promise<void> {
  const length = Math.min(BLOCK, size - first);
  return store.readAt(key, first, [into.subarray(0, length)], new AbortController().signal);
}
