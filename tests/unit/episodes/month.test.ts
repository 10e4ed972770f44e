import { expect, it } from "vitest";
import { isMonth, monthAfter, monthWords, weeksOf } from "@/lib/episodes/month";

it.each([
  ["2026-12", 5, "2026-11-30", "2027-01-03"],
  ["2027-02", 4, "2027-02-01", "2027-02-28"],
  ["2026-08", 6, "2026-07-27", "2026-09-06"],
])("%s stands in %i whole weeks from %s to %s", (month, count, first, last) => {
  const weeks = weeksOf(month);
  expect(weeks).toHaveLength(count);
  expect([weeks[0]?.[0], weeks.at(-1)?.[6]]).toEqual([first, last]);
  for (const week of weeks) expect(week).toHaveLength(7);
});

it("months follow each other over the turn of a year", () => {
  expect([monthAfter("2026-12", 1), monthAfter("2026-01", -1), monthAfter("2026-05", 0)]).toEqual([
    "2027-01",
    "2025-12",
    "2026-05",
  ]);
  expect(monthWords("2026-12")).toBe("December 2026");
});

it.each(["2026-13", "2026-00", "26-12", "2026-1", "", "9999-01"])("%j is no month", (text) => {
  expect(isMonth(text)).toBe(false);
});
