import { addDays, clockChange, isSummerTime, type Reading, readWallTime, wallTimeAt } from "@/lib/episodes/zones";

const MINUTE = 60_000;

/** "Berlin" for "Europe/Berlin". */
export function placeIn(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** "in 2 d 4 h", "in 3 h 20 min", "in 12 min": two units at most, and from a month on days alone. */
export function countdown(now: Date, at: Date): string {
  const left = at.getTime() - now.getTime();
  if (left < MINUTE) return "in less than a minute";
  const minutes = Math.round(left / MINUTE);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  const parts =
    days > 0
      ? [`${days} d`, days < 30 && hours && `${hours} h`]
      : [hours && `${hours} h`, minutes % 60 && `${minutes % 60} min`];
  return `in ${parts.filter(Boolean).join(" ")}`;
}

/** "today 18:00", "Tue 6:00" within the coming week, "Tue 8 Dec, 6:00", with its year where that is another. */
export function momentIn(at: Date, zone: string, now: Date): string {
  const [then, today] = [wallTimeAt(at, zone), wallTimeAt(now, zone)];
  const time = timeOfDay(then.time);
  if (then.date === today.date) return `today ${time}`;
  if (then.date > today.date && then.date < addDays(today.date, 7))
    return `${dayWords(at, zone, { weekday: "short" })} ${time}`;
  const year = then.date.slice(0, 4) === today.date.slice(0, 4) ? {} : { year: "numeric" as const };
  return `${dayWords(at, zone, { weekday: "short", day: "numeric", month: "short", ...year })}, ${time}`;
}

/** "3 March 2024". */
export const longDay = (at: Date, zone: string): string =>
  dayWords(at, zone, { day: "numeric", month: "long", year: "numeric" });

/** "Tue 6:00, Berlin, in 2 d 4 h". */
const scheduleWords = (at: Date, zone: string, now: Date): string =>
  `${momentIn(at, zone, now)}, ${placeIn(zone)}, ${countdown(now, at)}`;

/**
 * What the button does, letter by letter. Without `at` it is now; `first` is the first date of publication, which an
 * episode keeps that comes back.
 */
export function publishWords(plan: { at: Date | null; first: Date | null; zone: string; now: Date }): string {
  const { at, first, zone, now } = plan;
  if (!at) return first ? `Publish again, dated ${longDay(first, zone)}` : "Publish now";
  if (at > now) return `Schedule for ${scheduleWords(at, zone, now)}`;
  return wallTimeAt(at, zone).date === wallTimeAt(now, zone).date
    ? `Publish, back-dated to ${momentIn(at, zone, now)}`
    : `Publish, back-dated to ${longDay(at, zone)}`;
}

/** What clocks do to this schedule, in sentences; nothing in most of the year. */
export function clockNotes({ at, clock }: Reading, zone: string, now: Date): string[] {
  const place = placeIn(zone);
  const time = timeOfDay(wallTimeAt(at, zone).time);
  const notes: string[] = [];
  if (clock === "skipped") notes.push(`Clocks in ${place} jump over that time on this day; ${time} is taken.`);
  if (clock === "twice")
    notes.push(`Clocks in ${place} show that time twice on this day; the first is taken, ${inUtc(at)} UTC.`);
  const change = at > now ? clockChange(now, at, zone) : null;
  if (change) {
    const day = dayWords(change, zone, { day: "numeric", month: "long" });
    const season = isSummerTime(at, zone) ? "summer time" : "standard time";
    notes.push(`Clocks change on ${day}; it goes out at ${time} ${place} ${season}, ${inUtc(at)} UTC.`);
  }
  return notes;
}

/** The coming days as quick choices, the first of them the first whose `time` is still to come. */
export function comingDays(time: string, zone: string, now: Date, count: number): string[] {
  const today = wallTimeAt(now, zone).date;
  const from = readWallTime({ date: today, time }, zone).at > now ? 0 : 1;
  return Array.from({ length: count }, (_, index) => addDays(today, from + index));
}

/** "6:00" for "06:00". */
export const timeOfDay = (time: string): string => time.replace(/^0/, "");

const inUtc = (at: Date): string => timeOfDay(wallTimeAt(at, "UTC").time);

const dayWords = (at: Date, timeZone: string, fields: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone, ...fields }).format(at).replace(",", "");
