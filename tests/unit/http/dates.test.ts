import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatHttpDate, parseHttpDate, wholeSeconds } from "@/lib/http/dates";

describe("an HTTP date", () => {
  it.each(["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"])(
    "is read from %s",
    (text) => {
      expect(parseHttpDate(text)).toBe(Date.UTC(1994, 10, 6, 8, 49, 37));
    },
  );

  it("with two digits for the year before 70 is of this century", () => {
    expect(parseHttpDate("Sunday, 22-Nov-26 00:00:00 GMT")).toBe(Date.UTC(2026, 10, 22));
  });

  it.each([
    "",
    "0",
    "2026-11-22",
    "2026-11-22T00:00:00Z",
    "Mon, 06 Nov 1994 08:49:37 GMT",
    "Sun, 6 Nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 08:49:37",
    "Sun, 06 Nov 1994 08:49:37 UTC",
    "Sun, 06 Nov 1994 08:49:37 +0545",
    "sun, 06 nov 1994 08:49:37 gmt",
    "Thu, 30 Feb 2023 00:00:00 GMT",
    "Sun, 06 Nov 1994 24:00:00 GMT",
    "Sun, 06 Nov 1994 08:49:60 GMT",
    "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT",
    " Sun, 06 Nov 1994 08:49:37 GMT",
  ])("is not read from %j", (text) => {
    expect(parseHttpDate(text)).toBeNull();
  });

  it("comes back as it was written, in whole seconds", () => {
    const sane = fc.date({ min: new Date(0), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true });
    fc.assert(
      fc.property(sane, (date) => {
        expect(parseHttpDate(formatHttpDate(date))).toBe(wholeSeconds(date));
      }),
    );
  });
});
