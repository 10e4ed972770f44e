import { type Pieces, pieces } from "@/lib/delivery/pieces";
import type { ObjectStore } from "@/lib/storage/port";

// On globalThis, because Next bundles this module a second time beside server.ts: both lanes read through one cache.
const name = Symbol.for("longwave.pieces");
const shelf = globalThis as { [name]?: WeakMap<ObjectStore, Pieces> };
const shared = shelf[name] ?? new WeakMap<ObjectStore, Pieces>();
shelf[name] = shared;

/** The store's objects by pieces, through one cache for the whole process. Who asks first says how large it is: server.ts. */
export function piecesOf(store: ObjectStore, cacheBytes = 0): Pieces {
  const known = shared.get(store) ?? pieces(store, cacheBytes);
  shared.set(store, known);
  return known;
}
