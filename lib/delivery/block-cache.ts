import { LRUCache } from "lru-cache";
import { BLOCK, type BufferPool } from "@/lib/delivery/buffers";
import { mayStillWrite } from "@/lib/storage/port";

/** How many blocks are remembered as asked for once. */
const REMEMBERED = 65_536;

/**
 * A block in memory. `holders` are the cache and every stream that is reading it; without any its buffer is used again. `readers`
 * are those of them to whom its bytes are lent.
 */
export type Block = { bytes: Buffer; holders: number; readers: number };

type Flight = { waiting: number; done: Promise<Block> };

export type BlockCache = {
  /** The block, held for the caller, when it is kept, or on its way, or asked for again. Null: its first touch, read it yourself. */
  hold(name: string, read: (into: Buffer) => Promise<void>): Block | Promise<Block> | null;
  /** Whether nobody has asked for the block; from now on somebody has. Without a cache nobody ever has. */
  isFirstTouch(name: string): boolean;
  letGo(block: Block): void;
};

/**
 * Keeps up to `bytes` of blocks, the last used ones of those that were asked for twice: a crawl through everything washes
 * nothing out. A block is read once however many ask for it at a time.
 */
export function blockCache(bytes: number, pool: BufferPool): BlockCache {
  const seen = new LRUCache<string, true>({ max: REMEMBERED });
  const underWay = new Map<string, Flight>();
  const letGo = (block: Block): void => {
    block.holders -= 1;
    if (block.holders === 0) pool.giveBack(block.bytes);
  };
  const most = Math.floor(bytes / BLOCK);
  const kept = most > 0 ? new LRUCache<string, Block>({ max: most, dispose: letGo }) : null;

  async function fly(
    name: string,
    flight: Omit<Flight, "done">,
    read: (into: Buffer) => Promise<void>,
  ): Promise<Block> {
    const buffer = pool.take();
    try {
      await read(buffer);
    } catch (error) {
      if (!mayStillWrite(error)) pool.giveBack(buffer);
      throw error;
    } finally {
      underWay.delete(name);
    }
    // Every one who waits holds it from now on, so that it cannot go before they have looked.
    const block = { bytes: buffer, holders: flight.waiting + 1, readers: 0 };
    kept?.set(name, block);
    return block;
  }

  function isFirstTouch(name: string): boolean {
    if (!kept) return true;
    if (seen.has(name) || kept.has(name)) return false;
    seen.set(name, true);
    return true;
  }

  return {
    isFirstTouch,
    letGo,
    hold(name, read) {
      const block = kept?.get(name);
      if (block) {
        block.holders += 1;
        return block;
      }
      const present = underWay.get(name);
      if (present) {
        present.waiting += 1;
        return present.done;
      }
      if (isFirstTouch(name)) return null;
      const flight = { waiting: 1 };
      const done = fly(name, flight, read);
      underWay.set(name, Object.assign(flight, { done }));
      return done;
    },
  };
}
