import { expect, it } from "vitest";
import { wallTimeSchema } from "@/lib/episodes/scheduling";

const isDay = (date: string) =>
  wallTimeSchema.safeParse({ episode: "", date, time: "23:00", zone: "America/New_York" }).success;

it.each(["1900-01-01", "2028-02-29", "8999-12-31"])("%s is a day for a publication", (date) => {
  expect(isDay(date)).toBe(true);
});

// The evening of the last is in the year 10000 by UTC, for which RFC 2822 and the calendar have no room.
it.each(["1899-12-31", "2026-02-29", "2026-13-01", "2026-1-1", "9999-12-31"])("%s is none", (date) => {
  expect(isDay(date)).toBe(false);
});
