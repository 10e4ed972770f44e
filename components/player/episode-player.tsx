"use client";

import { useEffect, useLayoutEffect, useRef } from "react";
import { useScripted } from "@/components/ui/use-scripted";
import { SkipButton, SpeedSelect } from "./controls";
import { BACK, ONWARD } from "./media-session";
import { placeOf } from "./memory";
import { PlayButton } from "./play-button";
import { cue, current, play, seek, setInSight } from "./playback";
import { Time } from "./time";
import { Timeline } from "./timeline";
import type { Track } from "./track";
import { usePlayback } from "./use-playback";

type Props = { track: Track; startAt: number | null };

/** The large player of an episode's page: the browser's own in the markup, ours once the script has come. */
export function EpisodePlayer({ track, startAt }: Props) {
  const scripted = useScripted();
  const native = useRef<HTMLAudioElement>(null);
  const room = useRef<HTMLDivElement>(null);
  // Who pressed play before the script came goes on listening where they are.
  useLayoutEffect(() => {
    if (native.current && !native.current.paused) play(track, native.current.currentTime);
  }, [track]);
  useEffect(() => {
    if (!current().playing || current().track?.page === track.page) cue(track, startAt);
  }, [track, startAt]);
  useEffect(() => watch(room.current, track.page), [track.page]);
  useEffect(() => followTimes(track), [track]);
  return (
    <div ref={room} className="flex min-h-34 noscript:min-h-0 flex-col justify-center">
      {scripted ? (
        <Controls track={track} />
      ) : (
        <audio
          ref={native}
          className="native-player"
          controls
          preload="none"
          src={startAt ? `${track.src}#t=${startAt}` : track.src}
        />
      )}
    </div>
  );
}

function Controls({ track }: { track: Track }) {
  const live = usePlayback((playback) => playback.track?.page === track.page);
  const position = usePlayback((playback) => (live ? playback.position : placeOf(track.page)));
  const duration = usePlayback((playback) => (live ? playback.duration : track.duration));
  const failed = usePlayback((playback) => live && playback.failed);
  const go = (seconds: number) => (live ? seek(seconds) : play(track, seconds));
  return (
    <section aria-label="Player" className="arrive" dir="ltr">
      <div className="flex items-center gap-2 md:gap-4">
        <PlayButton track={track} size="large" lit />
        <SkipButton seconds={-BACK} onSkip={(seconds) => go(position + seconds)} />
        <SkipButton seconds={ONWARD} onSkip={(seconds) => go(position + seconds)} />
        <span className="ms-auto">
          <SpeedSelect />
        </span>
      </div>
      <div className="mt-4">
        <Timeline position={position} duration={duration} onSeek={go} />
      </div>
      {failed ? (
        <p role="alert" className="text-small">
          The audio did not arrive. Try again, or download it below.
        </p>
      ) : (
        <p className="flex justify-between text-small text-quiet">
          <Time seconds={position} />
          <Time seconds={duration} />
        </p>
      )}
    </section>
  );
}

/** Links to a place in the recording, in the notes: a press plays from there, every time; an address that ends so is cued. */
function followTimes(track: Track): () => void {
  const ears = new AbortController();
  const placeIn = (hash: string) => /^#t=(\d{1,6})$/.exec(hash)?.[1];
  const press = ({ target }: MouseEvent) => {
    const place = target instanceof Element && placeIn(target.closest("a")?.hash ?? "");
    if (place) play(track, Number(place));
  };
  document.addEventListener("click", press, { signal: ears.signal });
  const place = placeIn(location.hash);
  if (place && !current().playing) cue(track, Number(place));
  return () => ears.abort();
}

function watch(room: HTMLElement | null, page: string): (() => void) | undefined {
  if (!room) return undefined;
  const observer = new IntersectionObserver(([entry]) => setInSight(entry?.isIntersecting ? page : null));
  observer.observe(room);
  return () => {
    observer.disconnect();
    setInSight(null);
  };
}
