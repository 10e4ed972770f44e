import { describe, expect, it } from "vitest";
import { clockNotes, comingDays, countdown, momentIn, publishWords } from "@/lib/episodes/schedule-words";
import { readWallTime } from "@/lib/episodes/zones";

const berlin = "Europe/Berlin";
/** A Tuesday, 13:00 in Berlin. */
const now = new Date("2026-11-24T12:00:00Z");

const button = (at: string | null, first: string | null = null, zone = berlin) =>
  publishWords({ at: at === null ? null : new Date(at), first: first === null ? null : new Date(first), zone, now });

describe("the button", () => {
  it.each([
    [null, null, "Publish now"],
    [null, "2024-03-03T08:00Z", "Publish again, dated 3 March 2024"],
    ["2026-11-27T05:00Z", null, "Schedule for Fri 6:00, Berlin, in 2 d 17 h"],
    ["2026-11-24T17:30Z", null, "Schedule for today 18:30, Berlin, in 5 h 30 min"],
    ["2026-12-08T05:00Z", null, "Schedule for Tue 8 Dec, 6:00, Berlin, in 13 d 17 h"],
    ["2027-01-04T05:00Z", null, "Schedule for Mon 4 Jan 2027, 6:00, Berlin, in 40 d"],
    ["2024-03-03T08:00Z", null, "Publish, back-dated to 3 March 2024"],
    ["2026-11-24T05:00Z", null, "Publish, back-dated to today 6:00"],
  ])("for %s after %s says %j", (at, first, words) => {
    expect(button(at, first)).toBe(words);
  });

  it("speaks of the zone's own day", () => {
    expect(button("2026-11-24T18:30Z", null, "Asia/Kathmandu")).toBe("Schedule for Wed 0:15, Kathmandu, in 6 h 30 min");
    expect(button("2026-11-24T18:30Z", null, "America/New_York")).toBe(
      "Schedule for today 13:30, New York, in 6 h 30 min",
    );
  });
});

it.each([
  [30, "in less than a minute"],
  [12 * 60, "in 12 min"],
  [3600, "in 1 h"],
  [26 * 3600, "in 1 d 2 h"],
  [7 * 86_400, "in 7 d"],
])("%i seconds ahead are %j", (seconds, words) => {
  expect(countdown(now, new Date(now.getTime() + seconds * 1000))).toBe(words);
});

it("the same weekday a week on is named by its date, for it is not the next one", () => {
  expect(momentIn(new Date("2026-11-30T05:00Z"), berlin, now)).toBe("Mon 6:00");
  expect(momentIn(new Date("2026-12-01T05:00Z"), berlin, now)).toBe("Tue 1 Dec, 6:00");
  expect(momentIn(new Date("2026-11-23T05:00Z"), berlin, now)).toBe("Mon 23 Nov, 6:00");
});

describe("what clocks do to a schedule", () => {
  const notes = (date: string, time: string, zone: string, from = "2026-03-20T12:00Z") =>
    clockNotes(readWallTime({ date, time }, zone), zone, new Date(from));

  it("is not spoken of where they stand as now", () => {
    expect(notes("2026-03-25", "06:00", berlin)).toEqual([]);
    expect(notes("2026-06-01", "06:00", "Asia/Kathmandu")).toEqual([]);
  });

  it("is said with the day, the season and UTC", () => {
    expect(notes("2026-04-01", "06:00", berlin)).toEqual([
      "Clocks change on 29 March; it goes out at 6:00 Berlin summer time, 4:00 UTC.",
    ]);
    expect(notes("2026-12-01", "06:00", "America/New_York", "2026-10-20T12:00Z")).toEqual([
      "Clocks change on 1 November; it goes out at 6:00 New York standard time, 11:00 UTC.",
    ]);
  });

  it("is said of a time that is not there, and of one that is there twice", () => {
    expect(notes("2026-03-29", "02:30", berlin)[0]).toBe(
      "Clocks in Berlin jump over that time on this day; 3:30 is taken.",
    );
    expect(notes("2026-10-25", "02:30", berlin, "2026-10-20T12:00Z")).toEqual([
      "Clocks in Berlin show that time twice on this day; the first is taken, 0:30 UTC.",
    ]);
  });
});

it("the coming days begin with today while the time is still to come", () => {
  expect(comingDays("18:00", berlin, now, 2)).toEqual(["2026-11-24", "2026-11-25"]);
  expect(comingDays("06:00", berlin, now, 2)).toEqual(["2026-11-25", "2026-11-26"]);
});
