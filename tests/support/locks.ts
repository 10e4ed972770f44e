import { db, type Tx } from "@/lib/platform/db";

/** Whether anybody in this test's database waits for a lock: on a table, or on a row, which is one on whoever holds it. */
export async function somebodyWaits(tx: Tx = db()): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT 1 FROM pg_locks
    WHERE NOT granted AND (database = (SELECT oid FROM pg_database WHERE datname = current_database())
      OR pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database()))`;
  return rows.length > 0;
}
