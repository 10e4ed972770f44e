import { expect, it } from "vitest";
import { BLOCK } from "@/lib/delivery/buffers";
import { pieces } from "@/lib/delivery/pieces";
import type { ObjectStore } from "@/lib/storage/port";
import { eachStore, patternBytes } from "@/tests/support/stores";

const MIB = 1024 * 1024;
const size = 5 * BLOCK + 1234;
const bytes = patternBytes(size);
const object = { key: "media/new.mp3", size };
const listeners = Array.from({ length: 1_000 }, (_, index) => index);

/** The store, and how often each of an object's blocks was read from it. */
function counted(store: ObjectStore) {
  const reads = new Map<number, number>();
  const readAt: ObjectStore["readAt"] = (key, position, into, signal) => {
    const end = position + into.reduce((sum, { length }) => sum + length, 0);
    for (let at = position - (position % BLOCK); at < end; at += BLOCK) reads.set(at, (reads.get(at) ?? 0) + 1);
    return store.readAt(key, position, into, signal);
  };
  return { reads, store: { readAt, readAhead: store.readAhead } };
}

eachStore("a thousand listeners of one new file", (opened) => {
  it("each get its bytes, and the store reads no block more than twice", async () => {
    await opened().store.write(object.key, bytes, size);
    const { reads, store } = counted(opened().store);
    const source = pieces(store, 16 * MIB);
    const whole = { start: 0, end: size - 1 };
    const listen = async () => {
      const reader = source.open(object, whole, new AbortController().signal);
      let at = 0;
      for (let piece = await reader.next(); piece; piece = await reader.next()) {
        if (!bytes.subarray(at, at + piece.bytes.length).equals(piece.bytes)) throw new Error(`Other bytes at ${at}.`);
        at += piece.bytes.length;
        piece.giveBack();
      }
      return at;
    };
    expect(new Set(await Promise.all(listeners.map(listen)))).toEqual(new Set([size]));
    expect(reads.size).toBe(6);
    expect(Math.max(...reads.values())).toBeLessThanOrEqual(2);
    expect(source.onLoan()).toBe(0);
  });
});
