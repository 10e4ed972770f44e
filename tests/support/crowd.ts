import { db } from "@/lib/platform/db";
import { until } from "./child";

/**
 * Starts them before a closed door and opens it when all stand there, so that they really go on at the same moment.
 * The door is a lock on a table that each of them comes to: "ACCESS EXCLUSIVE" stops readers too.
 */
export function atOnce<T>(
  table: "Feed" | "User" | "ApiToken" | "ShowSlug" | "Membership",
  mode: "ACCESS EXCLUSIVE" | "SHARE ROW EXCLUSIVE",
  starts: (() => T)[],
): Promise<T[]> {
  return db().$transaction(
    async (door) => {
      await door.$executeRawUnsafe(`LOCK TABLE "${table}" IN ${mode} MODE`);
      const started = starts.map((start) => start());
      await until("all of them wait", async () => (await waiting()) === starts.length, 30_000);
      return started;
    },
    { timeout: 40_000 },
  );
}

async function waiting(): Promise<number> {
  const found = await db().$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return found.length;
}
