import type { Granted } from "@/lib/accounts/actor";
import { db } from "@/lib/platform/db";
import { UNDO_MS } from "@/lib/shows/policy";
import type { Episode, Show } from "@/prisma/generated/client";

export type DeletedEpisode = Pick<Episode, "id" | "title" | "season" | "number" | "publishAt"> & {
  deletedAt: Date;
  /** until when it can be brought back */
  until: Date;
};

/** The show's episodes that can still be brought back, the last deleted first. */
export async function listDeletedEpisodes(show: Granted<Show, "analyst">, now: Date): Promise<DeletedEpisode[]> {
  const episodes = await db().episode.findMany({
    where: { showId: show.id, deletedAt: { gt: new Date(now.getTime() - UNDO_MS) } },
    orderBy: [{ deletedAt: "desc" }, { id: "desc" }],
    select: { id: true, title: true, season: true, number: true, publishAt: true, deletedAt: true },
    take: 200,
  });
  return episodes.flatMap(({ deletedAt, ...episode }) =>
    deletedAt ? [{ ...episode, deletedAt, until: new Date(deletedAt.getTime() + UNDO_MS) }] : [],
  );
}
