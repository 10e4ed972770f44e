import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { diskTurns } from "@/lib/storage/disk-turns";

const PATIENCE = 1_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Reads that come to their end when they are told to. */
function reads(count: number) {
  const inTurn = diskTurns(PATIENCE);
  const ends: (() => void)[] = [];
  const began = (index: number) => () => new Promise<number>((resolve) => ends.push(() => resolve(index)));
  const all = Promise.allSettled(Array.from({ length: count }, (_, index) => inTurn(`file ${index}`, began(index))));
  const endThree = () => {
    for (const end of ends.splice(0)) end();
  };
  return { all, endThree };
}

const fates = (settled: PromiseSettledResult<number>[]) => settled.map(({ status }) => status);

it("a long line before a disk that is at work is served, however long it takes", async () => {
  const { all, endThree } = reads(12);
  for (let turn = 0; turn < 4; turn += 1) {
    await vi.advanceTimersByTimeAsync(PATIENCE * 0.9);
    endThree();
  }
  expect(fates(await all)).toEqual(Array(12).fill("fulfilled"));
});

it("whoever stands before a disk that says nothing is told so", async () => {
  const { all } = reads(5);
  await vi.advanceTimersByTimeAsync(PATIENCE);
  expect(fates(await all)).toEqual(Array(5).fill("rejected"));
});
