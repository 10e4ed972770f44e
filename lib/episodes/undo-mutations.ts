import type { Granted } from "@/lib/accounts/actor";
import { lockEpisode, recordAct, refuseUnlessPublishable } from "@/lib/episodes/mutations";
import type { FullEpisode } from "@/lib/episodes/queries";
import { openTicket, type Publication } from "@/lib/episodes/undo-ticket";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { feedBump } from "@/lib/shows/mutations";

/**
 * Puts an episode's publication back to what it was before an act, by the ticket of that act: what was out for a minute
 * by mistake is a draft again, without a first date. Throws `gone` when the ticket is no longer good, `stale` when
 * somebody has published, moved or taken it down since, `not-publishable` as `publishEpisode` does.
 */
export async function undoPublication(
  episode: Granted<FullEpisode, "editor">,
  ticket: string,
  now: Date,
): Promise<void> {
  const { before, after } = openTicket(episode.id, ticket, now);
  await db().$transaction(async (tx) => {
    const present = await lockEpisode(tx, episode.id);
    if (!isSame(present, after))
      throw new DomainError("stale", "Its publication was changed again in the meantime; nothing was undone.");
    await tx.episode.update({ where: { id: episode.id }, data: { ...before, version: { increment: 1 } } });
    await tx.show.update({ where: { id: episode.showId }, data: feedBump(now) });
    await refuseUnlessPublishable(tx, episode.id);
    await recordAct(tx, episode, "undoPublication", { publishAt: [present.publishAt, before.publishAt] });
  });
}

const isSame = (a: Publication, b: Publication): boolean =>
  sameInstant(a.publishAt, b.publishAt) && sameInstant(a.unpublishedAt, b.unpublishedAt);

const sameInstant = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime();
