import { expect, it } from "vitest";
import { entries } from "@/lib/platform/look-up-entries";

const session = { lostAt: null };
const at = (ms: number) => new Date(ms);

it("What was there once is not given any more when it was found to be gone, not even while the database is away", () => {
  const kept = entries();
  kept.set("media a", { answer: "a file", about: ["show"], from: 0, until: 1_000, session });
  expect(kept.last("media a", at(1_500), 60_000)?.answer).toBe("a file");
  kept.set("media a", { answer: null, about: [], from: 2_000, until: Number.POSITIVE_INFINITY, session });
  expect(kept.get("media a", at(2_500))).toMatchObject({ answer: null });
  expect(kept.last("media a", at(4_000), 60_000)).toBeNull();
});
