import type { Granted } from "@/lib/accounts/actor";
import { db } from "@/lib/platform/db";
import type { Show } from "@/prisma/generated/client";

/** How far a show is on its way to its first publication. */
export type FirstSteps = {
  hasArtwork: boolean;
  hasDescription: boolean;
  /** the id of its first episode */
  episode: string | null;
  hasAudio: boolean;
  /** a guest's link to listen before it is out */
  hasPreview: boolean;
  isScheduled: boolean;
};

/** Null for good once something of the show was ever out. */
export async function findFirstSteps(show: Granted<Show, "analyst">, now: Date): Promise<FirstSteps | null> {
  const [out, first] = await Promise.all([
    db().episode.findFirst({
      where: { showId: show.id, OR: [{ publishAt: { lte: now } }, { firstPublishedAt: { not: null } }] },
      select: { id: true },
    }),
    db().episode.findFirst({
      where: { showId: show.id, deletedAt: null },
      orderBy: [{ publishAt: { sort: "asc", nulls: "last" } }, { id: "asc" }],
      select: {
        id: true,
        publishAt: true,
        audio: { select: { state: true } },
        previews: { take: 1, select: { id: true } },
      },
    }),
  ]);
  if (out) return null;
  return {
    hasArtwork: show.artworkId !== null,
    hasDescription: show.description !== "",
    episode: first?.id ?? null,
    hasAudio: first?.audio?.state === "ready",
    hasPreview: (first?.previews.length ?? 0) > 0,
    isScheduled: first?.publishAt !== null && first !== null,
  };
}
