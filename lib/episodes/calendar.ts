import type { Granted } from "@/lib/accounts/actor";
import { type EpisodeState, episodeState } from "@/lib/episodes/state";
import { db } from "@/lib/platform/db";
import type { Episode, Show } from "@/prisma/generated/client";

export type CalendarEntry = Pick<Episode, "id" | "title" | "season" | "number"> & {
  at: Date;
  state: EpisodeState;
};

const MOST = 1000;

/** What is scheduled and what came out from one instant to another, in its order. */
export async function listCalendar(
  show: Granted<Show, "analyst">,
  { from, to }: { from: Date; to: Date },
  now: Date,
): Promise<CalendarEntry[]> {
  const episodes = await db().episode.findMany({
    where: { showId: show.id, deletedAt: null, publishAt: { gte: from, lt: to } },
    orderBy: [{ publishAt: "asc" }, { id: "asc" }],
    select: { id: true, title: true, season: true, number: true, publishAt: true, unpublishedAt: true },
    take: MOST,
  });
  return episodes.flatMap(({ publishAt, unpublishedAt, ...episode }) =>
    publishAt ? [{ ...episode, at: publishAt, state: episodeState({ publishAt, unpublishedAt }, now) }] : [],
  );
}

/** What comes out from now on, the next first. */
export const listScheduled = (show: Granted<Show, "analyst">, now: Date): Promise<CalendarEntry[]> =>
  listCalendar(show, { from: now, to: new Date(8.64e15) }, now);
