import { expect, it } from "vitest";
import { clock } from "@/components/player/clock";

it.each([
  [0, "0:00"],
  [9.99, "0:09"],
  [245, "4:05"],
  [3599.9, "59:59"],
  [3729, "1:02:09"],
  [360_000, "100:00:00"],
  [-3, "0:00"],
])("shows %d seconds as %s", (seconds, words) => {
  expect(clock(seconds)).toBe(words);
});
