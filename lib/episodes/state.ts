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
