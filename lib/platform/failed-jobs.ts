import { db } from "@/lib/platform/db";

/** How many jobs were given up after their last try. */
export async function countFailedJobs(): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pgboss.job WHERE state = 'failed'`;
  return row?.count ?? 0;
}

/** What the last failed try of a job of these kinds said, with how many wait to be tried again or were given up. */
export async function findTrouble(names: string[]): Promise<{ count: number; reason: string } | null> {
  const rows = await db().$queryRaw<{ count: number; reason: string | null }[]>`
    SELECT (count(*) OVER ())::int AS count, output->>'message' AS reason FROM pgboss.job
    WHERE name = ANY(${names}) AND state IN ('retry', 'failed')
    ORDER BY coalesce(completed_on, started_on, created_on) DESC LIMIT 1`;
  const [row] = rows;
  return row ? { count: row.count, reason: row.reason ?? "no reason was given" } : null;
}
