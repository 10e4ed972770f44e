import { type Blocker, showBlockers } from "@/lib/shows/policy";
import type { Episode, Media, Show } from "@/prisma/generated/client";

/** Everything that keeps an episode from being published or scheduled; nothing: it may. */
export function publicationBlockers(
  show: Pick<Show, "description" | "artworkId" | "type" | "takenDownAt">,
  episode: Pick<Episode, "type" | "number" | "takenDownAt">,
  audio: Pick<Media, "state" | "reason"> | null,
): Blocker[] {
  const blockers = [...takedownBlockers(show, episode), ...showBlockers(show)];
  const audioBlocker = blockerOfAudio(audio);
  if (audioBlocker) blockers.push(audioBlocker);
  if (show.type === "serial" && episode.type === "full" && episode.number === null)
    blockers.push({ code: "episode-number", sentence: "In a serial show every full episode needs a number." });
  return blockers;
}

/** The code of what only the house admin can lift; a save of what is published does not meet it. */
export const TAKEN_DOWN = "taken-down";

function takedownBlockers(show: Pick<Show, "takenDownAt">, episode: Pick<Episode, "takenDownAt">): Blocker[] {
  const ask = "Write to whoever runs this house.";
  if (show.takenDownAt) return [{ code: TAKEN_DOWN, sentence: `The house took this show down. ${ask}` }];
  if (episode.takenDownAt) return [{ code: TAKEN_DOWN, sentence: `The house took this episode down. ${ask}` }];
  return [];
}

function blockerOfAudio(audio: Pick<Media, "state" | "reason"> | null): Blocker | null {
  if (!audio) return { code: "episode-audio", sentence: "The episode has no audio yet." };
  if (audio.state === "checking")
    return { code: "audio-checking", sentence: "The audio is still being checked; try again in a moment." };
  if (audio.state === "refused") return { code: "audio-refused", sentence: audio.reason ?? "The audio was refused." };
  return null;
}
