import { expect, it } from "vitest";
import { atMost } from "@/lib/platform/at-most";

it("two run at a time, in the order in which they came, and one that fails makes room too", async () => {
  const twoAtATime = atMost(2);
  const gates = Array.from({ length: 5 }, () => Promise.withResolvers<number>());
  const begun: number[] = [];
  const outcomes = Promise.allSettled(
    gates.map(({ promise }, index) =>
      twoAtATime(() => {
        begun.push(index);
        return promise;
      }),
    ),
  );
  expect(begun).toEqual([0, 1]);
  gates[1]?.reject(new Error("broken"));
  await expect.poll(() => begun).toEqual([0, 1, 2]);
  for (const [index, { resolve }] of gates.entries()) resolve(index);
  const settled = await outcomes;
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled", "fulfilled"]);
});
