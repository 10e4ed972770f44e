import { type Actor, type Granted, grant } from "@/lib/accounts/actor";
import { showReachableBy } from "@/lib/accounts/queries";
import { db } from "@/lib/platform/db";
import { isUuid } from "@/lib/platform/uuid";
import { canBeRestored, UNDO_MS } from "@/lib/shows/policy";
import type { Address } from "@/lib/shows/queries";
import { isValidSlug } from "@/lib/shows/slug";
import type { Episode, Media, Prisma, Role, Show } from "@/prisma/generated/client";

export type FullEpisode = Episode & { show: Show; audio: Media | null; artwork: Media | null };

const whole = { show: true, audio: true, artwork: true } satisfies Prisma.EpisodeInclude;

/** The episode, when it and its show are there and the actor holds at least `role` over the show. */
export async function findEpisodeFor<R extends Role>(
  actor: Actor,
  id: string,
  role: R,
): Promise<Granted<FullEpisode, R> | null> {
  if (!isUuid(id)) return null;
  const episode = await db().episode.findFirst({
    where: { id, deletedAt: null, show: { deletedAt: null, ...showReachableBy(actor, role) } },
    include: whole,
  });
  return episode && grant(episode, actor, role);
}

/** A deleted episode that can still be brought back. */
export async function findDeletedEpisodeFor<R extends Role>(
  actor: Actor,
  id: string,
  role: R,
  now: Date,
): Promise<Granted<FullEpisode, R> | null> {
  if (!isUuid(id)) return null;
  const deletedAt = { gt: new Date(now.getTime() - UNDO_MS) };
  const episode = await db().episode.findFirst({
    where: { id, deletedAt, show: { deletedAt: null, ...showReachableBy(actor, role) } },
    include: whole,
  });
  return episode && grant(episode, actor, role);
}

/** The show's episodes, newest first; `before` is the id of the last one seen. */
export function listEpisodes(
  show: Granted<Show, "analyst">,
  { before, limit }: { before: string | null; limit: number },
): Promise<FullEpisode[]> {
  return db().episode.findMany({
    where: { showId: show.id, deletedAt: null, ...(before && { id: { lt: before } }) },
    orderBy: { id: "desc" },
    take: limit,
    include: whole,
  });
}

/** The published episode at `/{show}/{slug}`; drafts and scheduled ones are not there for strangers. */
export async function findEpisodeAt(show: Show, slug: string, now: Date): Promise<Address<FullEpisode>> {
  if (!isValidSlug(slug)) return null;
  const entry = await db().episodeSlug.findUnique({
    where: { showId_slug: { showId: show.id, slug } },
    include: { episode: { include: whole } },
  });
  if (!entry) return null;
  const { episode } = entry;
  if (episode.deletedAt)
    return canBeRestored(episode.deletedAt, now) || !episode.firstPublishedAt ? null : { gone: true };
  if (!episode.publishAt || episode.publishAt > now) return null;
  if (episode.takenDownAt) return { gone: true, takenDown: true };
  return episode.slug === slug ? { found: episode } : { movedTo: episode.slug };
}
