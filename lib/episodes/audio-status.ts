import type { Granted } from "@/lib/accounts/actor";
import type { FullEpisode } from "@/lib/episodes/queries";
import { audioAddress } from "@/lib/media/addresses";
import { db } from "@/lib/platform/db";
import type { Media, Upload } from "@/prisma/generated/client";

/** Audio as an episode's page tells of it; `duration` is in seconds, `bitrate` in bits per second. */
export type EpisodeAudio = {
  id: string;
  state: Media["state"];
  reason: string | null;
  filename: string | null;
  bytes: number;
  duration: number | null;
  bitrate: number | null;
  address: string | null;
};

/** A file on its way to an episode: being sent, being checked, or refused with a sentence. */
export type ComingAudio = {
  upload: string;
  filename: string;
  size: number;
  /** bytes that have come */
  received: number;
  state: "sending" | "checking" | "refused";
  reason: string | null;
  /** who sends it */
  by: { id: string; name: string };
  touchedAt: Date;
};

export type AudioStatus = { audio: EpisodeAudio | null; coming: ComingAudio | null };

/** The episode's audio, and the file that was begun last when it has not become that. */
export async function audioStatus(episode: Granted<FullEpisode, "analyst">): Promise<AudioStatus> {
  const { audio } = episode;
  return { audio: audio && asAudio(audio), coming: await findComing(episode) };
}

function asAudio({ id, state, reason, filename, bytes, duration, bitrate, extension }: Media): EpisodeAudio {
  const address = state === "ready" ? audioAddress({ id, extension }) : null;
  return { id, state, reason, filename, bytes: Number(bytes), duration, bitrate, address };
}

async function findComing({ id: episodeId, audioId }: FullEpisode): Promise<ComingAudio | null> {
  const upload = await db().upload.findFirst({
    where: { episodeId, state: { not: "aborted" } },
    orderBy: { createdAt: "desc" },
    include: { parts: { select: { size: true } }, media: true },
  });
  const state = upload && stateOf(upload, audioId);
  if (!upload || !state) return null;
  const { id, filename, size, parts, media, createdById, touchedAt } = upload;
  const by = await db().user.findUnique({ where: { id: createdById }, select: { name: true } });
  return {
    ...{ upload: id, filename, size: Number(size), state, reason: media?.reason ?? null, touchedAt },
    received: parts.reduce((sum, part) => sum + part.size, 0),
    by: { id: createdById, name: by?.name ?? "Somebody who left" },
  };
}

function stateOf(
  { state, media }: Upload & { media: Media | null },
  audioId: string | null,
): ComingAudio["state"] | null {
  if (state === "open") return "sending";
  if (state === "completing") return "checking";
  if (!media || media.id === audioId || media.state === "ready" || media.episodeId) return null;
  return media.state;
}
