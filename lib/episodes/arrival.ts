import { record, type Signature } from "@/lib/audit/record";
import { attachAudio } from "@/lib/episodes/audio";
import { lockEpisode, touchFeed } from "@/lib/episodes/mutations";
import type { Arrive } from "@/lib/media/arrive";
import type { Tx } from "@/lib/platform/db";
import { announce } from "@/lib/platform/live";
import type { Media, Prisma, Upload } from "@/prisma/generated/client";

type Taken = Prisma.EpisodeGetPayload<{ include: { show: true; audio: { include: { upload: true } } } }>;

/**
 * Audio that was uploaded for an episode becomes its audio, whether or not the browser that sent it is still there. A draft
 * takes it at once; what is out or scheduled keeps the old file until the new one proved good.
 */
export const attachArrived: Arrive = async (tx, media, by, now) => {
  const upload = media.uploadId ? await tx.upload.findUnique({ where: { id: media.uploadId } }) : null;
  const episode = upload?.episodeId ? await lockTarget(tx, upload.episodeId, media.showId) : null;
  if (!upload || !episode) return;
  if (wantsIt(episode, media, upload)) await take(tx, episode, media, by, now);
  else await tell(tx, episode, by);
};

async function lockTarget(tx: Tx, id: string, showId: string): Promise<Taken | null> {
  const include = { show: true, audio: { include: { upload: true } } };
  const found = await tx.episode.findFirst({ where: { id, showId, deletedAt: null } });
  if (!found) return null;
  await lockEpisode(tx, id);
  return tx.episode.findUnique({ where: { id, deletedAt: null }, include });
}

/** What was begun later counts, whichever comes first. */
function wantsIt({ audio, audioId, publishAt }: Taken, media: Media, upload: Upload): boolean {
  if (audioId === media.id || media.state === "refused") return false;
  if (publishAt && media.state !== "ready") return false;
  if (media.episodeId) return false; // it was here before and has been taken off
  return !audio?.upload || audio.upload.createdAt <= upload.createdAt;
}

async function take(tx: Tx, episode: Taken, media: Media, by: Signature, now: Date): Promise<void> {
  await attachAudio(tx, episode, media.id, now);
  const { version } = await tx.episode.update({ where: { id: episode.id }, data: { version: { increment: 1 } } });
  await touchFeed(tx, episode, now);
  await record(tx, {
    ...by,
    act: "attachAudio",
    target: { type: "episode", id: episode.id },
    workspaceId: media.workspaceId,
    difference: { media: [episode.audioId, media.id] },
    showId: episode.showId,
    version,
  });
}

/** Nothing of the episode changed but what can be said of its audio. */
async function tell(tx: Tx, { id, showId, version }: Taken, by: Signature): Promise<void> {
  const news = { kind: "judgeAudio", id, version, by: by.actorId };
  await announce(tx, { topic: `episode:${id}`, ...news });
  await announce(tx, { topic: `show:${showId}`, ...news });
}
