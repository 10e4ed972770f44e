import type { Granted } from "@/lib/accounts/actor";
import { lockEpisode, recordAct, touchFeed } from "@/lib/episodes/mutations";
import type { FullEpisode } from "@/lib/episodes/queries";
import { keepArtwork } from "@/lib/media/artwork-mutations";
import { REPLACED_MS, retireMedia } from "@/lib/media/retirement";
import { db } from "@/lib/platform/db";
import type { Media } from "@/prisma/generated/client";

/** Gives the episode artwork of its own, fitted and re-encoded. Throws `refused-file` with a sentence, `quota-used-up`. */
export function setEpisodeArtwork(
  episode: Granted<FullEpisode, "editor">,
  bytes: Uint8Array,
  now: Date,
): Promise<Media> {
  const owner = { showId: episode.showId, episodeId: episode.id };
  return keepArtwork(episode.show.workspaceId, owner, bytes, now, async (tx, artwork) => {
    const present = await lockEpisode(tx, episode.id);
    const before = present.artworkId;
    await tx.episode.update({ where: { id: episode.id }, data: { artworkId: artwork.id, version: { increment: 1 } } });
    if (before) await retireMedia(tx, before, new Date(now.getTime() + REPLACED_MS));
    await touchFeed(tx, present, now);
    await recordAct(tx, episode, "setEpisodeArtwork", { artworkId: [before, artwork.id] });
  });
}

/** Takes the episode's own artwork off; the show's stands in for it. */
export async function removeEpisodeArtwork(episode: Granted<FullEpisode, "editor">, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const present = await lockEpisode(tx, episode.id);
    const { artworkId } = present;
    if (!artworkId) return;
    await tx.episode.update({ where: { id: episode.id }, data: { artworkId: null, version: { increment: 1 } } });
    await retireMedia(tx, artworkId, new Date(now.getTime() + REPLACED_MS));
    await touchFeed(tx, present, now);
    await recordAct(tx, episode, "removeEpisodeArtwork", { artworkId: [artworkId, null] });
  });
}
