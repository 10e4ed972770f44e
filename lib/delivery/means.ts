import { handOnBy, type Offload } from "@/lib/delivery/offload";
import { type Pieces, pieces } from "@/lib/delivery/pieces";
import type { HandOn } from "@/lib/delivery/plan";
import type { ObjectStore } from "@/lib/storage/port";

/** By what means this process delivers the objects of a store. */
export type Means = { pieces: Pieces; handOn: HandOn | undefined };

type Wishes = { cacheBytes: number; offload: Offload };

// On globalThis, because Next bundles this module a second time beside server.ts: both lanes read through one cache.
const name = Symbol.for("longwave.delivery");
const shelf = globalThis as { [name]?: WeakMap<ObjectStore, Means> };
const known = shelf[name] ?? new WeakMap<ObjectStore, Means>();
shelf[name] = known;

/** The same for both lanes. Who asks first says what is wished: server.ts. */
export function meansOf(
  store: ObjectStore,
  { cacheBytes, offload }: Wishes = { cacheBytes: 0, offload: "off" },
): Means {
  const means = known.get(store) ?? { pieces: pieces(store, cacheBytes), handOn: handOnBy(offload, store) };
  known.set(store, means);
  return means;
}
