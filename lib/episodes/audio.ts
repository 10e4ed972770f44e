import type { FullEpisode } from "@/lib/episodes/queries";
import { REPLACED_MS, retireMedia } from "@/lib/media/retirement";
import type { Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import type { Episode, Show } from "@/prisma/generated/client";

type Target = Episode & { show: Show };

/** Gives the episode this audio. A media asset belongs to one episode for ever: enclosure addresses are unique in a feed. */
export async function attachAudio(tx: Tx, episode: Target, mediaId: string, now: Date): Promise<void> {
  if (episode.audioId === mediaId) return;
  const media = await tx.media.findFirst({ where: { id: mediaId, kind: "audio", showId: episode.showId } });
  if (!media)
    throw new DomainError("invalid", "There is no such media asset in this show.", {
      fields: { media: "is not a media asset of this show" },
    });
  if (media.state === "refused") throw new DomainError("refused-file", media.reason ?? "This file was refused.");
  const { count } = await tx.media.updateMany({
    where: { id: mediaId, OR: [{ episodeId: null }, { episodeId: episode.id }] },
    data: { episodeId: episode.id, servedUntil: null },
  });
  if (count === 0)
    throw new DomainError("conflict", "This audio belongs to another episode; upload it again for this one.", {
      field: "media",
    });
  await retireAudio(tx, episode, now);
  await tx.episode.update({ where: { id: episode.id }, data: { audioId: mediaId } });
}

/** Takes the audio off. What strangers could already have keeps its address for thirty days. */
export async function retireAudio(
  tx: Tx,
  episode: Pick<FullEpisode, "id" | "audioId" | "publishAt">,
  now: Date,
): Promise<void> {
  if (!episode.audioId) return;
  const wasPublic = episode.publishAt !== null && episode.publishAt <= now;
  await retireMedia(tx, episode.audioId, wasPublic ? new Date(now.getTime() + REPLACED_MS) : now);
  await tx.episode.update({ where: { id: episode.id }, data: { audioId: null } });
}
