import type { Granted } from "@/lib/accounts/actor";
import { db } from "@/lib/platform/db";
import type { Show } from "@/prisma/generated/client";

export type Place = { season: number | null; number: number };

/** The next number of the latest season, counting the show's other episodes; the very first is episode 1. */
export async function nextPlace(show: Pick<Granted<Show, "analyst">, "id">, but: string): Promise<Place> {
  const others = { showId: show.id, deletedAt: null, id: { not: but } };
  const { _max: latest } = await db().episode.aggregate({ where: others, _max: { season: true } });
  const { _max: last } = await db().episode.aggregate({
    where: { ...others, season: latest.season, type: "full" },
    _max: { number: true },
  });
  return { season: latest.season, number: (last.number ?? 0) + 1 };
}
