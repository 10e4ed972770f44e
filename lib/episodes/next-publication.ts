import type { Granted } from "@/lib/accounts/actor";
import { db } from "@/lib/platform/db";
import type { Show } from "@/prisma/generated/client";

/** When the next of a show's scheduled episodes comes out, by time alone; null when none is scheduled. */
export async function nextPublication({ id: showId }: Granted<Show, "analyst">, now: Date): Promise<Date | null> {
  const next = await db().episode.findFirst({
    where: { showId, deletedAt: null, publishAt: { gt: now } },
    orderBy: { publishAt: "asc" },
    select: { publishAt: true },
  });
  return next?.publishAt ?? null;
}
