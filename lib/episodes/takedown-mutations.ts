import { asAdmin, type HouseAdmin } from "@/lib/accounts/actor";
import { record } from "@/lib/audit/record";
import { db, type Tx } from "@/lib/platform/db";
import { enqueueTakedownMail } from "@/lib/shows/takedown-mail";
import type { Episode, Show } from "@/prisma/generated/client";

type Target = Pick<Episode, "id" | "showId"> & { show: Pick<Show, "workspaceId"> };

/** Takes an episode off the air: it leaves the feed, page and media are gone for strangers, its owners are told why. Twice changes nothing. */
export async function takeDownEpisode(admin: HouseAdmin, episode: Target, reason: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.episode.updateMany({
      where: { id: episode.id, takenDownAt: null },
      data: { takenDownAt: now, takedownReason: reason },
    });
    if (count === 0) return;
    await renderAnew(tx, episode);
    await note(tx, admin, episode, "takeDownEpisode", { reason });
    await tell(tx, episode, "takenDown");
  });
}

/** Puts it back on the air; the feed is what it was before, byte for byte. */
export async function liftEpisodeTakedown(admin: HouseAdmin, episode: Target): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.episode.updateMany({
      where: { id: episode.id, takenDownAt: { not: null } },
      data: { takenDownAt: null, takedownReason: null },
    });
    if (count === 0) return;
    await renderAnew(tx, episode);
    await note(tx, admin, episode, "liftEpisodeTakedown");
    await tell(tx, episode, "lifted");
  });
}

/** Not a feedBump: nobody saved anything, and lastBuildDate must come back with the rest. */
const renderAnew = (tx: Tx, { showId }: Target) =>
  tx.show.update({ where: { id: showId }, data: { feedVersion: { increment: 1 } } });

const tell = (tx: Tx, { id, show }: Target, news: "takenDown" | "lifted") =>
  enqueueTakedownMail(tx, show.workspaceId, { type: "episode", id, news });

const note = (tx: Tx, admin: HouseAdmin, { id, showId, show: { workspaceId } }: Target, act: string, difference = {}) =>
  record(tx, { ...asAdmin(admin), act, target: { type: "episode", id }, workspaceId, difference, showId });
