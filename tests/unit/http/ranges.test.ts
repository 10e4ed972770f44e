import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentRange, parseRange, rangeLength } from "@/lib/http/ranges";

const nines = "9".repeat(40);

describe("a Range header against 1,000 bytes", () => {
  it.each([
    ["bytes=0-1", { start: 0, end: 1 }],
    ["bytes=0-", { start: 0, end: 999 }],
    ["bytes=0-0", { start: 0, end: 0 }],
    ["bytes=999-", { start: 999, end: 999 }],
    ["bytes=990-1990", { start: 990, end: 999 }],
    ["bytes=-10", { start: 990, end: 999 }],
    ["bytes=-5000", { start: 0, end: 999 }],
    [`bytes=-${nines}`, { start: 0, end: 999 }],
    [`bytes=0-${nines}`, { start: 0, end: 999 }],
    ["bytes=0-9223372036854775808", { start: 0, end: 999 }],
    ["bytes=00000000000000000000005-0007", { start: 5, end: 7 }],
    ["BYTES=0-1", { start: 0, end: 1 }],
    ["Bytes=-1", { start: 999, end: 999 }],
    ["bytes=0-1,", { start: 0, end: 1 }],
    ["bytes=,0-1 , ", { start: 0, end: 1 }],
  ])("%s gives the range %o", (header, range) => {
    expect(parseRange(header, 1000)).toEqual(range);
  });

  it.each(["bytes=1000-", "bytes=1000-1000", "bytes=-0", "bytes=-000", `bytes=${nines}-`, `bytes=${nines}-${nines}`])(
    "%s cannot be satisfied",
    (header) => {
      expect(parseRange(header, 1000)).toBe("unsatisfiable");
    },
  );

  it.each([
    null,
    "",
    "bytes",
    "bytes=",
    "bytes=,",
    "bytes=-",
    "bytes=abc",
    "bytes=10",
    "bytes=5-2",
    `bytes=${nines}9-${nines}8`,
    "bytes=--5",
    "bytes=-5-",
    "bytes=1-2-3",
    "bytes=+1-2",
    "bytes=1.5-2",
    "bytes=0x1-2",
    "bytes=1e2-",
    "bytes=0 - 1",
    "bytes= 0-1",
    "bytes =0-1",
    "bytes:0-1",
    "items=0-1",
    "bytes=٠-١",
    "bytes=0-1,4-5",
    "bytes=0-1,5000-",
    "bytes=0-,0-,0-",
    "bytes=5000-,6000-",
    `bytes=${"0-,".repeat(1000)}`,
  ])("%s is ignored", (header) => {
    expect(parseRange(header, 1000)).toBeNull();
  });

  it("is read in one go, however many blanks stand in it", () => {
    const blanks = " ".repeat(2 ** 20);
    expect(parseRange(`bytes=0${blanks}-1`, 1000)).toBeNull();
    expect(parseRange(`bytes=0-1${blanks},${blanks}`, 1000)).toEqual({ start: 0, end: 1 });
  });

  it.each(["bytes=0-", "bytes=-5", "bytes=-0", "bytes=0-0"])("%s of an empty object is ignored", (header) => {
    expect(parseRange(header, 0)).toBeNull();
  });
});

describe("any Range header", () => {
  const header = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.stringMatching(/^bytes=[0-9,\- ]{0,30}$/),
    fc.tuple(fc.nat(), fc.nat()).map(([first, last]) => `bytes=${first}-${last}`),
  );

  it("never gives bytes outside the object", () => {
    fc.assert(
      fc.property(header, fc.nat({ max: 2 ** 40 }), (value, size) => {
        const range = parseRange(value, size);
        if (range === null || range === "unsatisfiable") return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThan(size);
        expect(rangeLength(range)).toBeGreaterThan(0);
      }),
    );
  });

  it("gives back every range that lies inside the object", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (start, more, rest) => {
        const range = { start, end: start + more };
        expect(parseRange(`bytes=${range.start}-${range.end}`, range.end + 1 + rest)).toEqual(range);
      }),
    );
  });
});

describe("Content-Range", () => {
  it("names the range and the size", () => {
    expect(contentRange({ start: 0, end: 1 }, 1000)).toBe("bytes 0-1/1000");
  });

  it("names only the size when nothing can be given", () => {
    expect(contentRange(null, 1000)).toBe("bytes */1000");
  });
});
