import type { HouseAdmin } from "@/lib/accounts/actor";
import { db } from "@/lib/platform/db";

export type HouseFigures = { accounts: number; shows: number; episodes: number; bytes: bigint };

/** A day of UTC, "2026-11-24", and how many there were. */
export type DayCount = { day: string; count: number };

const DAYS = 30;

/** How large the house is: what is deleted or closed is not counted. */
export async function findHouseFigures(_: HouseAdmin): Promise<HouseFigures> {
  const [figures] = await db().$queryRaw<HouseFigures[]>`
    SELECT (SELECT count(*)::int FROM "User" WHERE "closedAt" IS NULL) AS accounts,
      (SELECT count(*)::int FROM "Show" WHERE "deletedAt" IS NULL) AS shows,
      (SELECT count(*)::int FROM "Episode" e JOIN "Show" s ON s.id = e."showId"
        WHERE e."deletedAt" IS NULL AND s."deletedAt" IS NULL) AS episodes,
      (SELECT coalesce(sum("bytesStored"), 0)::bigint FROM "Workspace") AS bytes`;
  return figures ?? { accounts: 0, shows: 0, episodes: 0, bytes: 0n };
}

/** Audio files that came in, and episodes that went out, on each of the last thirty days, today last. */
export async function countDays(_: HouseAdmin, now: Date): Promise<{ uploads: DayCount[]; publications: DayCount[] }> {
  const [uploads, publications] = await Promise.all([
    db().$queryRaw<DayCount[]>`
      SELECT to_char("createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*)::int AS count FROM "Media"
      WHERE kind = 'audio' AND "createdAt" >= ${firstDay(now)} AND "createdAt" <= ${now} GROUP BY 1`,
    db().$queryRaw<DayCount[]>`
      SELECT to_char("publishAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*)::int AS count FROM "Episode"
      WHERE "publishAt" >= ${firstDay(now)} AND "publishAt" <= ${now} AND "deletedAt" IS NULL GROUP BY 1`,
  ]);
  return { uploads: everyDay(uploads, now), publications: everyDay(publications, now) };
}

const DAY_MS = 24 * 3600_000;

/** The beginning of the first of the days that are counted. */
const firstDay = (now: Date): Date => new Date((Math.floor(now.getTime() / DAY_MS) - DAYS + 1) * DAY_MS);

function everyDay(counted: DayCount[], now: Date): DayCount[] {
  const counts = new Map(counted.map(({ day, count }) => [day, count]));
  return Array.from({ length: DAYS }, (_, index) => {
    const day = new Date(firstDay(now).getTime() + index * DAY_MS).toISOString().slice(0, 10);
    return { day, count: counts.get(day) ?? 0 };
  });
}
