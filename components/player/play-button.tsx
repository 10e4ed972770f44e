"use client";

import { useScripted } from "@/components/ui/use-scripted";
import { PauseIcon, PlayIcon } from "./icons";
import { toggle } from "./playback";
import type { Track } from "./track";
import { usePlayback } from "./use-playback";

const sizes = { small: "size-12 text-small", large: "size-16 text-item" };
const bright = "border-accent bg-accent text-paper";
const dim = "border-hairline text-accent hover:border-accent";

type Props = { track: Track; of?: string; size?: keyof typeof sizes; lit?: boolean };

/**
 * Plays the track or holds it. `of` names it where there are several; `lit` lights it while all is silent.
 * Until the script has come it is a plain link to the audio.
 */
export function PlayButton({ track, of = "", size = "small", lit = false }: Props) {
  const playing = usePlayback((playback) => playback.playing && playback.track?.page === track.page);
  const outshone = usePlayback((playback) => playback.started && playback.track?.page !== track.page);
  const name = `${playing ? "Pause" : "Play"} ${of}`.trim();
  const light = playing || (lit && !outshone) ? bright : dim;
  const look = `inline-grid shrink-0 place-items-center rounded-full border transition-colors duration-150 ${sizes[size]} ${light}`;
  const icon = playing ? <PauseIcon /> : <PlayIcon />;
  if (!useScripted())
    return (
      <a className={`${look} noscript:hidden`} href={track.src} aria-label={name}>
        {icon}
      </a>
    );
  return (
    <button type="button" className={look} onClick={() => toggle(track)} aria-label={name}>
      {icon}
    </button>
  );
}
