import type { Granted } from "@/lib/accounts/actor";
import type { FullEpisode } from "@/lib/episodes/queries";
import { db } from "@/lib/platform/db";
import { isUuid } from "@/lib/platform/uuid";

/** Who is not heard of for this long has gone. */
const GONE_MS = 20_000;

export type Company = { id: string; name: string };

type Found = Granted<FullEpisode, "analyst">;

/** Says that the actor has the episode open in `tab`, and gives the others who have. Nothing that an audit would tell. */
export async function keepPresence({ id: episodeId, by }: Found, tab: string, now: Date): Promise<Company[]> {
  const userId = by.user.id;
  if (isUuid(tab)) {
    await db().presence.createMany({ data: { id: tab, userId, episodeId, seenAt: now }, skipDuplicates: true });
    await db().presence.updateMany({ where: { id: tab, userId, episodeId }, data: { seenAt: now } });
  }
  const since = new Date(now.getTime() - GONE_MS);
  await db().presence.deleteMany({ where: { episodeId, seenAt: { lte: since } } });
  const rows = await db().presence.findMany({
    where: { episodeId, userId: { not: userId } },
    distinct: "userId",
    select: { userId: true },
  });
  const ids = rows.map((row) => row.userId);
  const select = { id: true, name: true };
  return db().user.findMany({ where: { id: { in: ids } }, select, orderBy: { name: "asc" } });
}

export async function endPresence({ by }: Found, tab: string): Promise<void> {
  if (isUuid(tab)) await db().presence.deleteMany({ where: { id: tab, userId: by.user.id } });
}
