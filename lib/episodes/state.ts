import type { Episode } from "@/prisma/generated/client";

export type EpisodeState = "draft" | "scheduled" | "published" | "unpublished";

/** The state at an instant. It is derived from dates, so that a scheduled episode is published by time alone. */
export function episodeState(
  { publishAt, unpublishedAt }: Pick<Episode, "publishAt" | "unpublishedAt">,
  now: Date,
): EpisodeState {
  if (!publishAt) return unpublishedAt ? "unpublished" : "draft";
  return publishAt > now ? "scheduled" : "published";
}

/** When it first came out, kept for good; null for what never was public. A schedule counts once its instant has come. */
export function firstPublication(
  { firstPublishedAt, publishAt }: Pick<Episode, "firstPublishedAt" | "publishAt">,
  now: Date,
): Date | null {
  return firstPublishedAt ?? (publishAt && publishAt <= now ? publishAt : null);
}
