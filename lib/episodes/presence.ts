import type { Granted } from "@/lib/accounts/actor";
import type { FullEpisode } from "@/lib/episodes/queries";
import { db, type Tx } from "@/lib/platform/db";
import { announce } from "@/lib/platform/live";
import { isUuid } from "@/lib/platform/uuid";

/** Who is not heard of for this long has gone. */
const GONE_MS = 30_000;

export type Company = { id: string; name: string };

type Found = Granted<FullEpisode, "analyst">;

/** Says that the actor has the episode open in `tab`, and gives the others who have. Nothing that an audit would tell. */
export async function keepPresence({ id: episodeId, by }: Found, tab: string, now: Date): Promise<Company[]> {
  const userId = by.user.id;
  if (isUuid(tab)) await db().$transaction((tx) => renew(tx, { id: tab, userId, episodeId, seenAt: now }));
  const seenAt = { gt: new Date(now.getTime() - GONE_MS) };
  const rows = await db().presence.findMany({
    where: { episodeId, seenAt, userId: { not: userId } },
    distinct: "userId",
    select: { userId: true },
  });
  const ids = rows.map((row) => row.userId);
  const select = { id: true, name: true };
  return db().user.findMany({ where: { id: { in: ids } }, select, orderBy: { name: "asc" } });
}

/** The tab was closed, or went elsewhere. */
export async function endPresence({ id: episodeId, by }: Found, tab: string): Promise<void> {
  if (!isUuid(tab)) return;
  const row = { id: tab, userId: by.user.id, episodeId };
  await db().$transaction(async (tx) => {
    const { count } = await tx.presence.deleteMany({ where: row });
    if (count > 0) await tell(tx, row);
  });
}

type Row = { id: string; userId: string; episodeId: string; seenAt: Date };

/** A tab is one row. It may still stand at an episode that was deleted while it was open there: it moves, and is told of once. */
async function renew(tx: Tx, row: Row): Promise<void> {
  const { id, userId, episodeId, seenAt } = row;
  const here = await tx.presence.updateMany({ where: { id, userId, episodeId }, data: { seenAt } });
  if (here.count > 0) return;
  await tx.presence.deleteMany({ where: { episodeId, seenAt: { lte: new Date(seenAt.getTime() - GONE_MS) } } });
  const left = await tx.presence.findFirst({ where: { id, userId } });
  const came = left
    ? await tx.presence.updateMany({ where: { id, userId }, data: { episodeId, seenAt } })
    : await tx.presence.createMany({ data: row, skipDuplicates: true });
  if (came.count === 0) return;
  if (left) await tell(tx, left);
  await tell(tx, row);
}

const tell = (tx: Tx, { userId, episodeId }: Omit<Row, "id" | "seenAt">): Promise<void> =>
  announce(tx, { topic: `episode:${episodeId}`, kind: "presence", id: episodeId, by: userId });
