import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { reservedEpisodeSlugs } from "@/lib/shows/reserved-slugs";
import { slugCandidates, slugFrom } from "@/lib/shows/slug";
import type { Episode } from "@/prisma/generated/client";

/** A free slug within the show: the wanted one (`conflict` when taken), or one from the title. */
export async function makeUpSlug(tx: Tx, showId: string, title: string, wanted?: string): Promise<string> {
  await lockSlugs(tx, showId);
  if (wanted) return requireFree(tx, showId, wanted);
  const base = slugFrom(title, () => `episode-${randomUUID().slice(0, 6)}`);
  for (const slug of slugCandidates(base, reservedEpisodeSlugs)) if (await isFree(tx, showId, slug)) return slug;
  throw new Error("slugCandidates ends only when a slug is free");
}

/** Lets the episode have `slug`; its old ones keep leading to it. */
export async function takeSlug(tx: Tx, episode: Episode, slug: string): Promise<void> {
  const { showId, id: episodeId } = episode;
  const entry = await tx.episodeSlug.findUnique({ where: { showId_slug: { showId, slug } } });
  if (entry?.episodeId === episodeId) return;
  await lockSlugs(tx, showId);
  await requireFree(tx, showId, slug);
  await tx.episodeSlug.create({ data: { showId, slug, episodeId } });
}

/**
 * The address of a draft follows its title, as long as nobody chose another and nobody was given it: the new one, which is
 * taken here and now; null where the old one stays.
 */
export async function followTitle(tx: Tx, episode: Episode, title: string): Promise<string | null> {
  const { showId, slug, publishAt, firstPublishedAt } = episode;
  if (publishAt || firstPublishedAt || !isMadeFrom(slug, episode.title)) return null;
  if (slugFrom(title, () => "") === "" || isMadeFrom(slug, title)) return null;
  const next = await makeUpSlug(tx, showId, title);
  await tx.episodeSlug.update({ where: { showId_slug: { showId, slug } }, data: { slug: next } });
  return next;
}

function isMadeFrom(slug: string, title: string): boolean {
  const base = slugFrom(title, () => "");
  return slug === base || (slug.startsWith(base) && /^-\d+$/.test(slug.slice(base.length)));
}

async function requireFree(tx: Tx, showId: string, slug: string): Promise<string> {
  if (await isFree(tx, showId, slug)) return slug;
  throw new DomainError(
    "conflict",
    `The address "${slug}" is taken, or was used by an episode before; choose another.`,
    { field: "slug" },
  );
}

const isFree = async (tx: Tx, showId: string, slug: string): Promise<boolean> =>
  !(await tx.episodeSlug.findUnique({ where: { showId_slug: { showId, slug } } }));

const lockSlugs = (tx: Tx, showId: string) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`slugs of ${showId}`}))`;
