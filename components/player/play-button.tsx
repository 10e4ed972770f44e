"use client";

import { PauseIcon, PlayIcon } from "./icons";
import { toggle } from "./playback";
import type { Track } from "./track";
import { usePlayback, useScripted } from "./use-playback";

const look = { small: "size-12 text-small", large: "size-16 text-item" };

type Props = { track: Track; size?: keyof typeof look; lamp?: boolean };

/** Plays the track or holds it; `lamp` lights it even while it is silent. Until the script has come it is a plain link to the audio. */
export function PlayButton({ track, size = "small", lamp = false }: Props) {
  const playing = usePlayback((playback) => playback.playing && playback.track?.page === track.page);
  const lit =
    playing || lamp ? "border-accent bg-accent text-paper" : "border-hairline text-accent hover:border-accent";
  const shape = `inline-grid shrink-0 place-items-center rounded-full border transition-colors duration-150 ${look[size]} ${lit}`;
  const icon = playing ? <PauseIcon /> : <PlayIcon />;
  if (!useScripted())
    return (
      <a className={shape} data-scripted href={track.src} aria-label={`Play ${track.title}`}>
        {icon}
      </a>
    );
  return (
    <button
      type="button"
      className={shape}
      onClick={() => toggle(track)}
      aria-label={`${playing ? "Pause" : "Play"} ${track.title}`}
    >
      {icon}
    </button>
  );
}
