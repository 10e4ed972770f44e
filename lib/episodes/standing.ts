import type { FullEpisode } from "@/lib/episodes/queries";
import { db } from "@/lib/platform/db";

/** How an episode stands among the others of its show: whether they have numbers, and whether none of them was ever out. */
export async function standingOf(
  { id, showId }: Pick<FullEpisode, "id" | "showId">,
  now: Date,
): Promise<{ othersNumbered: boolean; firstOfShow: boolean }> {
  const others = { showId, id: { not: id }, deletedAt: null };
  const [numbered, out] = await Promise.all([
    db().episode.findFirst({ where: { ...others, type: "full", number: { not: null } }, select: { id: true } }),
    db().episode.findFirst({
      where: { ...others, OR: [{ publishAt: { lte: now } }, { firstPublishedAt: { not: null } }] },
      select: { id: true },
    }),
  ]);
  return { othersNumbered: numbered !== null, firstOfShow: out === null };
}
