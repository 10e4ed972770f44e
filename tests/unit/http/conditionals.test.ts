import { describe, expect, it } from "vitest";
import { ifRangeHolds, weighConditions } from "@/lib/http/conditionals";

const current = { etag: '"e"', lastModified: new Date("2026-11-22T10:00:00.750Z"), dateIsStrong: true };
const exact = "Sun, 22 Nov 2026 10:00:00 GMT";
const before = "Sun, 22 Nov 2026 09:59:59 GMT";
const after = "Sun, 22 Nov 2026 10:00:01 GMT";

const weigh = (conditions: Record<string, string>, method = "GET") =>
  weighConditions(method, new Headers(conditions), current);

describe("conditions on what exists", () => {
  it.each([
    [{}, "proceed"],
    [{ "if-none-match": '"e"' }, "not-modified"],
    [{ "if-none-match": 'W/"e"' }, "not-modified"],
    [{ "if-none-match": '"x", "e"' }, "not-modified"],
    [{ "if-none-match": "*" }, "not-modified"],
    [{ "if-none-match": '"x"' }, "proceed"],
    [{ "if-none-match": "e" }, "proceed"],
    [{ "if-modified-since": exact }, "not-modified"],
    [{ "if-modified-since": after }, "not-modified"],
    [{ "if-modified-since": before }, "proceed"],
    [{ "if-modified-since": "yesterday" }, "proceed"],
    [{ "if-none-match": '"x"', "if-modified-since": exact }, "proceed"],
    [{ "if-none-match": '"e"', "if-modified-since": before }, "not-modified"],
    [{ "if-match": '"e"' }, "proceed"],
    [{ "if-match": "*" }, "proceed"],
    [{ "if-match": '"x", "e"' }, "proceed"],
    [{ "if-match": 'W/"e"' }, "precondition-failed"],
    [{ "if-match": '"x"' }, "precondition-failed"],
    [{ "if-match": "" }, "precondition-failed"],
    [{ "if-unmodified-since": exact }, "proceed"],
    [{ "if-unmodified-since": after }, "proceed"],
    [{ "if-unmodified-since": before }, "precondition-failed"],
    [{ "if-unmodified-since": "yesterday" }, "proceed"],
    [{ "if-match": '"e"', "if-unmodified-since": before }, "proceed"],
    [{ "if-match": '"x"', "if-none-match": '"e"' }, "precondition-failed"],
    [{ "if-match": '"e"', "if-none-match": '"e"' }, "not-modified"],
    [{ "if-unmodified-since": before, "if-modified-since": exact }, "precondition-failed"],
  ])("%o: %s", (conditions, verdict) => {
    expect(weigh(conditions)).toBe(verdict);
    expect(weigh(conditions, "HEAD")).toBe(verdict);
  });

  it("If-None-Match that matches refuses a change instead of saying not modified", () => {
    expect(weigh({ "if-none-match": "*" }, "PUT")).toBe("precondition-failed");
  });

  it("If-Modified-Since says nothing about a change", () => {
    expect(weigh({ "if-modified-since": exact }, "PUT")).toBe("proceed");
  });
});

describe("If-Range", () => {
  it.each([
    [null, true],
    ['"e"', true],
    ['W/"e"', false],
    ['"x"', false],
    ['"e", "x"', false],
    ["*", false],
    ["e", false],
    [exact, true],
    ["Sunday, 22-Nov-26 10:00:00 GMT", true],
    [before, false],
    [after, false],
    ["", false],
  ])("%s holds: %s", (header, holds) => {
    expect(ifRangeHolds(header, current)).toBe(holds);
  });

  it("with a date fails where two representations can share one", () => {
    expect(ifRangeHolds(exact, { ...current, dateIsStrong: false })).toBe(false);
  });
});
