import { expect, it } from "vitest";
import { eachStep } from "@/lib/platform/each-step";

it("Each step is taken in turn, whatever becomes of those before it, and the end says which failed and why", async () => {
  const taken: string[] = [];
  const step = (name: string, error?: unknown) => async () => {
    taken.push(name);
    if (error) throw error;
  };
  const steps = { one: step("one", new Error("the store is away")), two: step("two"), three: step("three", "no") };
  await expect(eachStep(steps)).rejects.toThrow("2 of 3 failed. one: the store is away; three: no");
  expect(taken).toEqual(["one", "two", "three"]);
  await eachStep({ two: step("two") });
});
