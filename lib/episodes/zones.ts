import { tzOffset } from "@date-fns/tz";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What clocks and calendars on the wall say: "2026-03-29" and "06:00". */
export type WallTime = { date: string; time: string };

/** The instant that a wall time means. `skipped`: clocks jump over it; `twice`: they show it twice, and the first is taken. */
export type Reading = { at: Date; clock: "usual" | "skipped" | "twice" };

/**
 * Reads a wall time in a zone. One that clocks jump over is read by the clock before the jump, so it comes out as much
 * later as they jump (RFC 5545 §3.3.5, and Temporal's "compatible").
 */
export function readWallTime({ date, time }: WallTime, zone: string): Reading {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const [before, after] = [offsetAt(zone, wall - DAY), offsetAt(zone, wall + DAY)];
  const readings = [...new Set([wall - before, wall - after])].filter((at) => at + offsetAt(zone, at) === wall);
  if (readings.length === 0) return { at: new Date(wall - before), clock: "skipped" };
  return { at: new Date(Math.min(...readings)), clock: readings.length > 1 ? "twice" : "usual" };
}

/** What the wall says in a zone at an instant. */
export function wallTimeAt(at: Date, zone: string): WallTime {
  const iso = new Date(at.getTime() + offsetAt(zone, at.getTime())).toISOString();
  return { date: iso.slice(0, 10), time: iso.slice(11, 16) };
}

/** When the clocks last change between two instants, if they then stand otherwise than now; null: as they do now. */
export function clockChange(from: Date, to: Date, zone: string): Date | null {
  const [start, end] = [from.getTime(), to.getTime()];
  const target = offsetAt(zone, end);
  if (start >= end || offsetAt(zone, start) === target) return null;
  let low = end;
  while (offsetAt(zone, low) === target) low = Math.max(start, low - DAY);
  let high = Math.min(end, low + DAY);
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2);
    if (offsetAt(zone, middle) === target) high = middle;
    else low = middle;
  }
  return new Date(Math.floor(high / MINUTE) * MINUTE);
}

/** Whether the zone's clocks stand ahead of its usual time: summer time. */
export function isSummerTime(at: Date, zone: string): boolean {
  const year = at.getUTCFullYear();
  const usual = Math.min(...[0, 6].map((month) => offsetAt(zone, Date.UTC(year, month, 15))));
  return offsetAt(zone, at.getTime()) > usual;
}

/** The day `count` days after a date, by the calendar. */
export function addDays(date: string, count: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);
}

const offsetAt = (zone: string, at: number): number => tzOffset(zone, new Date(at)) * MINUTE;
