"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { lamp } from "@/components/lamp";
import { SkipButton, SpeedSelect } from "./controls";
import { BACK, ONWARD } from "./media-session";
import { PlayButton } from "./play-button";
import { adopt, seek, skip } from "./playback";
import { Time } from "./time";
import { Timeline } from "./timeline";
import type { Track } from "./track";
import { usePlayback } from "./use-playback";

/** Holds the audio of the whole visit, and the bar at the foot of every page once something has been played. */
export function PlayerBar() {
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => (audio.current ? adopt(audio.current) : undefined), []);
  const track = usePlayback(({ started, track, inSight }) => (started && track?.page !== inSight ? track : null));
  return (
    <>
      <audio ref={audio} preload="none" />
      {track && <Bar track={track} />}
    </>
  );
}

function Bar({ track }: { track: Track }) {
  const position = usePlayback((playback) => playback.position);
  const duration = usePlayback((playback) => playback.duration);
  const failed = usePlayback((playback) => playback.failed);
  return (
    <section
      aria-label="Player"
      className="show player-bar rise fixed inset-x-0 bottom-0 z-10 bg-paper"
      style={lamp(track.accent)}
    >
      <Timeline position={position} duration={duration} onSeek={seek} />
      <div className="mx-auto -mt-2 flex max-w-page items-center gap-1 px-5 pb-[max(0.75rem,env(safe-area-inset-bottom))] md:gap-3 lg:px-12">
        <div className="min-w-0 flex-1">
          <Link
            href={track.page}
            prefetch={false}
            lang={track.language}
            dir="auto"
            className="block truncate font-medium"
          >
            {track.title}
          </Link>
          {failed ? (
            <p role="alert" className="text-small">
              The audio did not arrive. Try again.
            </p>
          ) : (
            <p className="truncate text-small text-quiet">
              <Time seconds={position} /> of <Time seconds={duration} />
            </p>
          )}
        </div>
        <span className="hidden md:block">
          <SpeedSelect />
        </span>
        <SkipButton seconds={-BACK} onSkip={skip} />
        <PlayButton track={track} />
        <SkipButton seconds={ONWARD} onSkip={skip} />
      </div>
    </section>
  );
}
