import { db, type Tx } from "@/lib/platform/db";
import { singleton } from "@/lib/platform/singleton";

const DAY_MS = 24 * 3600_000;
const DAYS_AHEAD = 3;
const LOCK = 4_216_180_037; // any number that nothing else here locks

const MOST_REMEMBERED = 100;

/** Days by their number since 1970: each transfer's is asked for. */
const written = new Map<number, string>();
const made = () => singleton("transfer-days", () => new Set<string>());

/** The day of UTC, "2026-11-24". */
export function dayOf(at: Date): string {
  const number = Math.floor(at.getTime() / DAY_MS);
  const day = written.get(number) ?? at.toISOString().slice(0, 10);
  if (written.size > MOST_REMEMBERED) written.clear();
  written.set(number, day);
  return day;
}

/** Whether there are parts for these days, as far as this process knows. */
export const areMade = (days: string[]): boolean => days.every((day) => made().has(day));

/** Once the transaction that made their parts has committed, they need not be asked for again. */
export function rememberDays(days: string[]): void {
  for (const day of days) made().add(day);
}

/** They are asked for again: something was refused that may have been for want of them. */
export const forgetDays = (): void => made().clear();

/** What makes the part of the table that holds a day; two statements, to be run in one transaction. */
export function partitionSql(day: string): string[] {
  const next = dayOf(new Date(Date.parse(day) + DAY_MS));
  return [
    // Two who make the same table at once would fail, "if not exists" or not.
    `SELECT pg_advisory_xact_lock(${LOCK})::text`,
    `CREATE TABLE IF NOT EXISTS "${nameOf(day)}" PARTITION OF "Transfer" FOR VALUES FROM ('${day} 00:00+00') TO ('${next} 00:00+00')`,
  ];
}

const nameOf = (day: string): string => `Transfer_${day.replaceAll("-", "")}`;

/** Makes today's part of the table and those of the next days, so that no write has to. */
export async function makeDaysAhead(now: Date): Promise<void> {
  const days = Array.from({ length: DAYS_AHEAD + 1 }, (_, ahead) => dayOf(new Date(now.getTime() + ahead * DAY_MS)));
  await db().$transaction((tx) => makeDays(tx, days));
}

/** Drops the parts of days that began more than so many days ago: what was written down of them is gone. */
export async function dropOldDays(now: Date, keptDays: number): Promise<void> {
  const oldest = nameOf(dayOf(new Date(now.getTime() - keptDays * DAY_MS)));
  const old = await db().$queryRaw<{ relname: string }[]>`
    SELECT relname FROM pg_class JOIN pg_inherits ON inhrelid = pg_class.oid
    WHERE inhparent = '"Transfer"'::regclass AND relname < ${oldest}`;
  for (const { relname } of old) await db().$executeRawUnsafe(`DROP TABLE IF EXISTS "${relname}"`);
  if (old.length > 0) forgetDays();
}

/** Makes the parts for these days where they are missing. */
export async function makeDays(tx: Tx, days: string[]): Promise<void> {
  const names = days.map(nameOf);
  const present = await tx.$queryRaw<{ relname: string }[]>`
    SELECT relname FROM pg_class WHERE relname = ANY(${names}) AND relispartition`;
  const missing = days.filter((_, index) => !present.some(({ relname }) => relname === names[index]));
  for (const statement of missing.flatMap(partitionSql)) await tx.$executeRawUnsafe(statement);
}
