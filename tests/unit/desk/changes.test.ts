import { expect, it } from "vitest";
import { changesInWords, changesOf } from "@/app/admin/changes";

it("what an act changed is told in words: sizes as sizes, and what has no limit", () => {
  const difference = {
    maxBytes: [107_374_182_400, null],
    maxShows: [null, 3],
    publishAt: [null, "2026-11-25T04:05:06.000Z"],
    notes: "<p>Two <b>trains</b></p>",
    shows: [],
    reason: null,
  };
  expect(changesOf(difference)).toEqual([
    { field: "room in all", before: "107 GB", after: "as the plan says" },
    { field: "most shows", before: "any number", after: "3" },
    { field: "publish at", before: "nothing", after: "2026-11-25 04:05 UTC" },
    { field: "notes", before: null, after: "Two trains" },
  ]);
});

it("stands in one line where there is room for one, cut short", () => {
  expect(changesInWords({ title: ["A", "B"], size: 1_500_000 })).toBe("title: A → B, size: 1.5 MB");
  expect(changesInWords({ reason: "x".repeat(300) })).toMatch(/^reason: x{152}…$/);
  expect(changesInWords(null)).toBe("");
});
