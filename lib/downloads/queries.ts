import type { Granted, HouseAdmin } from "@/lib/accounts/actor";
import { db } from "@/lib/platform/db";
import type { Show } from "@/prisma/generated/client";

const DAY_MS = 24 * 3600_000;
const REMEMBERED_DAYS = 7;

/** How many transfers were lost in the last seven days, in all processes. */
export async function countLost(_: HouseAdmin, now: Date): Promise<number> {
  const since = new Date(now.getTime() - REMEMBERED_DAYS * DAY_MS);
  const { _sum } = await db().transferGap.aggregate({ where: { until: { gte: since } }, _sum: { count: true } });
  return _sum.count ?? 0;
}

/** How often the audio of these episodes was asked for by the public in the last 24 hours. A request is no download. */
export async function countRequests(
  _: Granted<Show, "analyst">,
  episodeIds: string[],
  now: Date,
): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ episodeId: string; requests: number }[]>`
    SELECT "episodeId", count(*)::int AS requests FROM "Transfer"
    WHERE "episodeId" = ANY(${episodeIds}::uuid[]) AND "startedAt" > ${new Date(now.getTime() - DAY_MS)}
      AND audience = 'public'
    GROUP BY "episodeId"`;
  return new Map(rows.map(({ episodeId, requests }) => [episodeId, requests]));
}
