import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { BLOCK, SMALL } from "@/lib/delivery/buffers";
import { pieces } from "@/lib/delivery/pieces";

const CROWD = 200;
const object = { key: "audio/long.mp3", size: 2 * CROWD * BLOCK };
const store = { readAhead: BLOCK, readAt: async () => {} };
const { signal } = new AbortController();

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

/** Somebody who has taken a block from there on, so many milliseconds ago, and holds the next one. */
async function listener(source: ReturnType<typeof pieces>, block: number, ago: number) {
  const reader = source.open(object, { start: block * BLOCK, end: object.size - 1 }, signal);
  (await reader.next())?.giveBack();
  vi.advanceTimersByTime(ago);
  return reader.next();
}

const lengths = (held: Awaited<ReturnType<typeof listener>>[]) => held.map((piece) => piece?.bytes.length);

it("A crowd that is slow holds few large buffers and otherwise small ones, and who is quick gets large ones beside it", async () => {
  const source = pieces(store, 16 * BLOCK);
  const slow = [];
  for (let index = 0; index < CROWD; index += 1) slow.push(await listener(source, 2 * index, 10_000));
  const held = lengths(slow);
  expect([held.filter((length) => length === BLOCK).length, new Set(held)]).toEqual([32, new Set([BLOCK, SMALL])]);
  expect(lengths([await listener(source, 1, 0)])).toEqual([BLOCK]);
});

it("However many hold one block, it is in memory once, and large for each", async () => {
  const source = pieces(store, 16 * BLOCK);
  const first = await listener(source, 0, 10_000);
  first?.giveBack();
  const crowd = [];
  for (let index = 0; index < CROWD; index += 1) crowd.push(await listener(source, 0, 10_000));
  expect(new Set(lengths(crowd))).toEqual(new Set([BLOCK]));
  expect(new Set(crowd.slice(1).map((piece) => piece?.bytes.buffer)).size).toBe(1);
  for (const piece of crowd) piece?.giveBack();
  expect(source.onLoan()).toBe(0);
});
