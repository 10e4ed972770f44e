import { type Actor, type Granted, grant } from "@/lib/accounts/actor";
import { showReachableBy } from "@/lib/accounts/queries";
import { db } from "@/lib/platform/db";
import { canBeRestored, UNDO_MS } from "@/lib/shows/policy";
import { isValidSlug } from "@/lib/shows/slug";
import type { Media, Role, Show } from "@/prisma/generated/client";

/** What was at an address and is not any more: deleted for good, or taken down by a house admin while that lasts. */
export type Gone = { gone: true; takenDown?: true };

/** What is found at a public address: the thing, where it moved to, that it is gone, or nothing. */
export type Address<T> = { found: T } | { movedTo: string } | Gone | null;

export type ShowWithArtwork = Show & { artwork: Media | null };

/** The show with this slug, when the actor holds at least `role` over it. */
export async function findShowFor<R extends Role>(
  actor: Actor,
  slug: string,
  role: R,
): Promise<Granted<ShowWithArtwork, R> | null> {
  if (!isValidSlug(slug)) return null;
  const show = await db().show.findFirst({
    where: { slug, deletedAt: null, ...showReachableBy(actor, role) },
    include: { artwork: true },
  });
  return show && grant(show, actor, role);
}

/** A deleted show that can still be brought back. */
export async function findDeletedShowFor<R extends Role>(
  actor: Actor,
  slug: string,
  role: R,
  now: Date,
): Promise<Granted<ShowWithArtwork, R> | null> {
  if (!isValidSlug(slug)) return null;
  const deletedAt = { gt: new Date(now.getTime() - UNDO_MS) };
  const show = await db().show.findFirst({
    where: { slug, deletedAt, ...showReachableBy(actor, role) },
    include: { artwork: true },
  });
  return show && grant(show, actor, role);
}

/** The actor's shows, oldest first; `after` is the id of the last one seen. */
export function listShowsFor(
  actor: Actor,
  { after, limit }: { after: string | null; limit: number },
): Promise<ShowWithArtwork[]> {
  return db().show.findMany({
    where: { deletedAt: null, ...showReachableBy(actor, "analyst"), ...(after && { id: { gt: after } }) },
    orderBy: { id: "asc" },
    take: limit,
    include: { artwork: true },
  });
}

export type DeletedShow = { slug: string; title: string; language: string; deletedAt: Date };

/** The shows that the actor can still bring back, the latest deleted first. */
export async function listDeletedShows(actor: Actor, now: Date): Promise<DeletedShow[]> {
  const shows = await db().show.findMany({
    where: { deletedAt: { gt: new Date(now.getTime() - UNDO_MS) }, ...showReachableBy(actor, "admin") },
    orderBy: { deletedAt: "desc" },
    take: 50,
    select: { slug: true, title: true, language: true, deletedAt: true },
  });
  return shows.flatMap(({ deletedAt, ...show }) => (deletedAt ? [{ ...show, deletedAt }] : []));
}

/** The slugs that the show had before; each of them leads to it. */
export async function listFormerSlugs({ id, slug }: Granted<Show, "analyst">): Promise<string[]> {
  const entries = await db().showSlug.findMany({
    where: { showId: id, slug: { not: slug } },
    orderBy: { createdAt: "desc" },
    select: { slug: true },
  });
  return entries.map((entry) => entry.slug);
}

/**
 * The show at a public address. Old slugs lead to the present one. Hidden workspaces and the thirty days after a
 * deletion look like nothing is there; after that it is gone, as is what was taken down.
 */
export async function findShowAt(slug: string, now: Date): Promise<Address<Show>> {
  if (!isValidSlug(slug)) return null;
  const entry = await db().showSlug.findUnique({
    where: { slug },
    include: { show: { include: { workspace: true } } },
  });
  if (!entry || entry.show.workspace.hiddenAt) return null;
  const { show } = entry;
  if (show.deletedAt) return canBeRestored(show.deletedAt, now) ? null : { gone: true };
  if (show.takenDownAt) return { gone: true, takenDown: true };
  return show.slug === slug ? { found: show } : { movedTo: show.slug };
}
