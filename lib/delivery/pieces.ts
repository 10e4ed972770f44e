import { type Block, blockCache } from "@/lib/delivery/block-cache";
import { BLOCK, bufferPool, SMALL } from "@/lib/delivery/buffers";
import type { ObjectStore } from "@/lib/storage/port";

/** Some bytes of an object, on loan until they are given back. */
export type Piece = { bytes: Buffer; giveBack(): void };

type Stored = { key: string; size: number };

export type Pieces = {
  /**
   * Bytes of the object from `start` on, at most up to `end` (inclusive) and to the end of their block. Throws ObjectMissing,
   * StoreUnavailable, or what `signal` aborts with.
   */
  take(object: Stored, start: number, end: number, signal: AbortSignal): Promise<Piece>;
};

/** Reads the objects of a store by blocks of 256 KiB, of which `cacheBytes` are kept. What is kept never changes: assets are immutable. */
export function pieces(store: Pick<ObjectStore, "readAt">, cacheBytes: number): Pieces {
  const pool = bufferPool();
  const cache = blockCache(cacheBytes, pool);

  function lend(block: Block, from: number, to: number): Piece {
    if (!pool.lend()) {
      const bytes = Buffer.from(block.bytes.subarray(from, Math.min(to, from + SMALL)));
      cache.letGo(block);
      return { bytes, giveBack() {} };
    }
    return {
      bytes: block.bytes.subarray(from, to),
      giveBack() {
        pool.returned();
        cache.letGo(block);
      },
    };
  }

  /** The first touch: nothing is kept of it. */
  async function readOnce({ key }: Stored, start: number, length: number, signal: AbortSignal): Promise<Piece> {
    if (length <= SMALL || !pool.lend()) {
      const bytes = Buffer.allocUnsafe(Math.min(length, SMALL));
      await store.readAt(key, start, bytes, signal);
      return { bytes, giveBack() {} };
    }
    const buffer = pool.take();
    const giveBack = () => {
      pool.returned();
      pool.giveBack(buffer);
    };
    try {
      await store.readAt(key, start, buffer.subarray(0, length), signal);
      return { bytes: buffer.subarray(0, length), giveBack };
    } catch (error) {
      giveBack();
      throw error;
    }
  }

  return {
    async take(object, start, end, signal) {
      const first = start - (start % BLOCK);
      const from = start - first;
      const to = Math.min(end + 1 - first, BLOCK);
      const held = cache.hold(`${object.key} ${first}`, (into) => readBlock(store, object, first, into));
      if (!held) return readOnce(object, start, to - from, signal);
      const block = await held;
      if (!signal.aborted) return lend(block, from, to);
      cache.letGo(block);
      throw signal.reason;
    },
  };
}

/** For all who ask: whoever leaves does not end it, and at most this block is read for nobody. */
function readBlock(
  store: Pick<ObjectStore, "readAt">,
  { key, size }: Stored,
  first: number,
  into: Buffer,
): Promise<void> {
  const length = Math.min(BLOCK, size - first);
  return store.readAt(key, first, into.subarray(0, length), new AbortController().signal);
}
