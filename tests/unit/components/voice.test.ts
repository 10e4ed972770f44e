import { describe, expect, it } from "vitest";
import { dateIn, directionOf, durationIn, isoDuration } from "@/components/voice";

const lateInUtc = new Date("2026-05-12T23:30:00Z");

describe("dateIn", () => {
  it.each([
    ["en-GB", "12 May 2026"],
    ["de", "12. Mai 2026"],
    ["ja", "2026年5月12日"],
  ])("writes UTC's day in %s", (language, words) => {
    expect(dateIn(language, lateInUtc)).toBe(words);
  });

  it.each(["", "x", "not a language", "tlh-Piqd", "zz"])("falls back to English for %j", (language) => {
    expect(dateIn(language, lateInUtc)).toBe("12 May 2026");
  });
});

describe("durationIn", () => {
  it.each([
    [9.4, "9 secs"],
    [60, "1 min"],
    [3570, "1 hr"],
    [4325, "1 hr, 12 mins"],
    [0, ""],
  ])("says %d seconds as a person would", (seconds, words) => {
    expect(durationIn("en-GB", seconds)).toBe(words);
  });

  it("speaks the show's language", () => {
    expect(durationIn("ja", 4320)).toContain("1 時間 12 分");
  });
});

it("counts for machines in hours, minutes and whole seconds", () => {
  expect(isoDuration(3725.4)).toBe("PT1H2M5S");
  expect(isoDuration(59.6)).toBe("PT0H1M0S");
});

it.each([
  ["ar", "rtl"],
  ["he-IL", "rtl"],
  ["en", "ltr"],
  ["ja", "ltr"],
  ["", "ltr"],
])("runs a page in %j %s", (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
