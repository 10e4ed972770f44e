import { addDays } from "@/lib/episodes/zones";

/** "2026-12". */
export const isMonth = (text: string): boolean => /^(19|[2-8]\d)\d\d-(0[1-9]|1[0-2])$/.test(text);

export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 15)).toISOString().slice(0, 7);
}

/** The month's days by weeks from Monday to Sunday, filled up with those beside it. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const monday = addDays(first, -((weekday(first) + 6) % 7));
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => addDays(monday, week * 7 + day)),
  );
  return weeks.filter((days) => days.some((day) => day.startsWith(month)));
}

/** "December 2026". */
export const monthWords = (month: string): string =>
  new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();
