import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accentPair, contrast, PAPER, SLATE } from "@/lib/shows/accent";

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
const signal = accentPair(null);

describe("accentPair", () => {
  it("is readable on paper and on slate whatever the artwork", () => {
    fc.assert(
      fc.property(colour, (hex) => {
        const { light, dark } = accentPair(hex);
        expect(contrast(light, PAPER)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(dark, SLATE)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(["#000000", "#ffffff", "#808080", "#7f8182"])("gives the house's signal for the grey %s", (hex) => {
    expect(accentPair(hex)).toEqual(signal);
  });

  it.each(["", "red", "#12345", "#12345g", "url(x)", "#123456;color:red"])(
    "gives the house's signal for %j, which is no colour",
    (hex) => {
      expect(accentPair(hex)).toEqual(signal);
    },
  );

  it("keeps a colour that is readable as it is", () => {
    expect(contrast("#0b5a3c", PAPER)).toBeGreaterThan(4.5);
    expect(accentPair("#0b5a3c").light).toBe("#0b5a3c");
  });

  it("stays blue for blue and green for green", () => {
    expect(accentPair("#2040e0").dark).toMatch(/^#[0-9a-d].{3}[ef]/);
    expect(accentPair("#20e060").light).toMatch(/^#0[0-9a-f][6-9]/);
  });
});

describe("contrast", () => {
  it("is 21 between black and white, and 1 between a colour and itself", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#aa3311", "#aa3311")).toBe(1);
  });
});

it("measures against the very paper, slate and signal that the style sheet paints", () => {
  const css = readFileSync(new URL("../../../app/globals.css", import.meta.url), "utf8");
  const values = (name: string) =>
    [...css.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6})`, "g"))].map(([, value]) => value);
  expect(values("paper")).toEqual([PAPER, SLATE]);
  expect(values("signal")).toEqual([signal.light, signal.dark]);
});
