import { expect, it } from "vitest";
import { startChild } from "@/tests/support/child";

it("one of several processes that answers and ends before the others answer ends the start", async () => {
  const child = startChild("tests/fixtures/processes/half-a-team.ts", {});
  await child.said(/\n/);
  await child.ended();
  expect(child.words().trim()).toBe("One of the processes ended before all of them answered.");
});
