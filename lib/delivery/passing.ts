import type { ServerResponse } from "node:http";
import type { Piece } from "@/lib/delivery/pieces";

// On globalThis, because Next bundles this module a second time beside server.ts.
const name = Symbol.for("longwave.passing");
const shelf = globalThis as { [name]?: { isWatched: boolean; pieces: WeakMap<Uint8Array, Piece> } };
const passing = shelf[name] ?? { isWatched: false, pieces: new WeakMap<Uint8Array, Piece>() };
shelf[name] = passing;

/**
 * The bytes of a piece for whoever tells nobody when it is done with them, as Next does: the piece is given back once the
 * response has written them. Where nobody watches what responses write, a copy.
 */
export function pass(piece: Piece): Uint8Array {
  if (passing.isWatched) {
    passing.pieces.set(piece.bytes, piece);
    return piece.bytes;
  }
  const copy = Buffer.from(piece.bytes);
  piece.giveBack();
  return copy;
}

/** Gives back the pieces that this response writes, as soon as the kernel has their bytes. */
export function watchWrites(response: ServerResponse): void {
  passing.isWatched = true;
  const write = response.write.bind(response) as (chunk: unknown, ...rest: unknown[]) => boolean;
  const underWay = new Set<Piece>();
  response.write = (chunk: unknown, ...rest: unknown[]) => {
    const piece = rest.length === 0 && chunk instanceof Uint8Array && passing.pieces.get(chunk);
    if (!piece) return write(chunk, ...rest);
    underWay.add(piece);
    return write(chunk, () => {
      underWay.delete(piece);
      piece.giveBack();
    });
  };
  // Node does not call back for what it can no longer write.
  response.once("close", () => {
    for (const piece of underWay) piece.abandon();
  });
}
