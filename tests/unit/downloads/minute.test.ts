import { describe, expect, it } from "vitest";
import { minute } from "@/lib/downloads/minute";

describe("the last minute", () => {
  it("has sixty full seconds, the latest last, and not the one that is under way", () => {
    const counts = minute();
    for (let second = 1000; second <= 1100; second++) counts.add(second, second);
    expect(counts.read(1100)).toEqual(Array.from({ length: 60 }, (_, index) => 1040 + index));
    expect(counts.read(1101).at(-1)).toBe(1100);
  });

  it.each([1, 59, 60, 61, 1000])("is empty in what passed since, %i seconds later", (later) => {
    const counts = minute();
    counts.add(5000, 7);
    const read = counts.read(5000 + later);
    expect(read.filter((count) => count > 0)).toEqual(later <= 60 ? [7] : []);
    if (later <= 60) expect(read.at(-later)).toBe(7);
  });

  it("counts for now what comes late", () => {
    const counts = minute();
    counts.add(100, 1);
    counts.add(99, 1);
    expect(counts.read(101).at(-1)).toBe(2);
  });
});
