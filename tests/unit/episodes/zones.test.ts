import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, clockChange, isSummerTime, readWallTime, wallTimeAt } from "@/lib/episodes/zones";

const read = (date: string, time: string, zone: string) => {
  const { at, clock } = readWallTime({ date, time }, zone);
  return `${at.toISOString().slice(0, 16)}Z ${clock}`;
};

describe("a wall time", () => {
  it.each([
    ["2026-12-01", "06:00", "Europe/Berlin", "2026-12-01T05:00Z usual"],
    ["2026-07-01", "06:00", "Europe/Berlin", "2026-07-01T04:00Z usual"],
    ["2026-12-01", "06:00", "Asia/Kathmandu", "2026-12-01T00:15Z usual"],
    ["2026-12-01", "06:00", "Australia/Lord_Howe", "2026-11-30T19:00Z usual"],
    ["2026-12-01", "06:00", "Pacific/Kiritimati", "2026-11-30T16:00Z usual"],
    ["2026-12-01", "06:00", "UTC", "2026-12-01T06:00Z usual"],
  ])("%s %s in %s is %s", (date, time, zone, expected) => {
    expect(read(date, time, zone)).toBe(expected);
  });

  it.each([
    ["2026-03-29", "02:30", "Europe/Berlin", "2026-03-29T01:30Z skipped", "03:30"],
    ["2026-03-08", "02:00", "America/New_York", "2026-03-08T07:00Z skipped", "03:00"],
    ["2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-03T15:45Z skipped", "02:45"],
    ["2011-12-30", "12:00", "Pacific/Apia", "2011-12-30T22:00Z skipped", "12:00"],
  ])("that clocks jump over, %s %s in %s, comes out as much later", (date, time, zone, expected, shown) => {
    expect(read(date, time, zone)).toBe(expected);
    expect(wallTimeAt(readWallTime({ date, time }, zone).at, zone).time).toBe(shown);
  });

  it.each([
    ["2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T00:30Z twice"],
    ["2026-11-01", "01:00", "America/New_York", "2026-11-01T05:00Z twice"],
    ["2026-04-05", "01:45", "Australia/Lord_Howe", "2026-04-04T14:45Z twice"],
  ])("that clocks show twice, %s %s in %s, is the first of both", (date, time, zone, expected) => {
    expect(read(date, time, zone)).toBe(expected);
  });

  it("beside a change is read as any other", () => {
    expect(read("2026-03-29", "03:00", "Europe/Berlin")).toBe("2026-03-29T01:00Z usual");
    expect(read("2026-10-25", "03:00", "Europe/Berlin")).toBe("2026-10-25T02:00Z usual");
  });

  it("of any instant leads back to it, or to its first hour where clocks show it twice", () => {
    const zones = fc.constantFrom(
      "Europe/Berlin",
      "Asia/Kathmandu",
      "America/St_Johns",
      "Africa/Casablanca",
      "Pacific/Chatham",
    );
    const instants = fc.date({ min: new Date("1990-01-01"), max: new Date("2036-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        instant.setUTCSeconds(0, 0);
        const { at, clock } = readWallTime(wallTimeAt(instant, zone), zone);
        expect(clock).not.toBe("skipped");
        if (clock === "usual") expect(at).toEqual(instant);
        else expect(at.getTime()).toBeLessThanOrEqual(instant.getTime());
      }),
    );
  });
});

describe("a change of clocks", () => {
  const change = (from: string, to: string, zone: string) =>
    clockChange(new Date(from), new Date(to), zone)?.toISOString() ?? null;

  it("between two instants is found to the minute", () => {
    expect(change("2026-03-20T12:00Z", "2026-04-02T12:00Z", "Europe/Berlin")).toBe("2026-03-29T01:00:00.000Z");
    expect(change("2026-10-20T12:00Z", "2026-12-24T12:00Z", "America/New_York")).toBe("2026-11-01T06:00:00.000Z");
    expect(change("2026-03-29T00:59:30Z", "2026-03-29T01:00:30Z", "Europe/Berlin")).toBe("2026-03-29T01:00:00.000Z");
  });

  it("is the last of three", () => {
    expect(change("2026-03-20T12:00Z", "2027-04-02T12:00Z", "Europe/Berlin")).toBe("2027-03-28T01:00:00.000Z");
  });

  it("is none where clocks stand as they do now", () => {
    expect(change("2026-03-20T12:00Z", "2026-12-02T12:00Z", "Europe/Berlin")).toBeNull();
    expect(change("2026-01-01T12:00Z", "2026-08-01T12:00Z", "Asia/Kathmandu")).toBeNull();
    expect(change("2026-04-02T12:00Z", "2026-03-20T12:00Z", "Europe/Berlin")).toBeNull();
  });

  it("makes summer time on both halves of the earth", () => {
    const summer = (at: string, zone: string) => isSummerTime(new Date(at), zone);
    expect([summer("2026-07-01", "Europe/Berlin"), summer("2026-01-01", "Europe/Berlin")]).toEqual([true, false]);
    expect([summer("2026-07-01", "Australia/Sydney"), summer("2026-01-01", "Australia/Sydney")]).toEqual([false, true]);
    expect(summer("2026-07-01", "Asia/Kathmandu")).toBe(false);
  });
});

it("days are counted by the calendar", () => {
  expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
});
