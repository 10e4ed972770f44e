import type { FullEpisode } from "@/lib/episodes/queries";
import { episodeState, firstPublication } from "@/lib/episodes/state";
import { audioAddress } from "@/lib/media/addresses";
import { episodePage } from "@/lib/shows/addresses";
import { artworkJson } from "./media-json";
import { takenDownJson } from "./taken-down-json";

/** An episode as the API tells it. `enclosure` is there once its audio is ready. */
export function episodeJson(episode: FullEpisode, now: Date) {
  const { id, slug, guid, title, notes, season, number, type, explicit, publishAt, version, show, audio } = episode;
  return {
    ...{ id, slug, guid, state: episodeState(episode, now), title, notes, season, number, type, explicit },
    media: episode.audioId,
    enclosure:
      audio?.state === "ready" ? { url: audioAddress(audio), length: Number(audio.bytes), type: audio.type } : null,
    duration: audio?.duration ?? null,
    artwork: episode.artwork && artworkJson(episode.artwork),
    ...{ publishAt, firstPublishedAt: firstPublication(episode, now), version },
    takenDown: takenDownJson(episode),
    createdAt: episode.createdAt,
    updatedAt: episode.updatedAt,
    show: show.slug,
    links: { page: episodePage(show.slug, slug) },
  };
}
