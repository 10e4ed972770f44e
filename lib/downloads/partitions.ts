import { db, type Tx } from "@/lib/platform/db";

const DAY_MS = 24 * 3600_000;
const DAYS_AHEAD = 3;
const LOCK = 4_216_180_037; // any number that nothing else here locks

/** The day of UTC, "2026-11-24". */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** What makes the part of the table that holds a day; two statements, to be run in one transaction. */
export function partitionSql(day: string): string[] {
  const next = dayOf(new Date(Date.parse(day) + DAY_MS));
  const name = `Transfer_${day.replaceAll("-", "")}`;
  return [
    // Two who make the same table at once would fail, "if not exists" or not.
    `SELECT pg_advisory_xact_lock(${LOCK})::text`,
    `CREATE TABLE IF NOT EXISTS "${name}" PARTITION OF "Transfer" FOR VALUES FROM ('${day} 00:00+00') TO ('${next} 00:00+00')`,
  ];
}

/** Makes today's part of the table and those of the next days, so that no write has to. */
export async function makeDaysAhead(now: Date): Promise<void> {
  const days = Array.from({ length: DAYS_AHEAD + 1 }, (_, ahead) => dayOf(new Date(now.getTime() + ahead * DAY_MS)));
  await db().$transaction((tx) => makeDays(tx, days));
}

/** Makes the parts for these days where they are missing. */
export async function makeDays(tx: Tx, days: string[]): Promise<void> {
  const names = days.map((day) => `Transfer_${day.replaceAll("-", "")}`);
  const present = await tx.$queryRaw<{ relname: string }[]>`
    SELECT relname FROM pg_class WHERE relname = ANY(${names}) AND relispartition`;
  const missing = days.filter((_, index) => !present.some(({ relname }) => relname === names[index]));
  for (const statement of missing.flatMap(partitionSql)) await tx.$executeRawUnsafe(statement);
}
