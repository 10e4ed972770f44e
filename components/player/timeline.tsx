import type { CSSProperties, KeyboardEvent } from "react";
import { clock } from "./clock";

type Props = { position: number; duration: number; onSeek(seconds: number): void };

const steps: Record<string, number> = {
  ArrowLeft: -5,
  ArrowDown: -5,
  ArrowRight: 5,
  ArrowUp: 5,
  PageDown: -60,
  PageUp: 60,
};

/** The line of the recording: a native range, so that keys, pointers and screen readers know it. Seconds throughout. */
export function Timeline({ position, duration, onSeek }: Props) {
  const played: CSSProperties & { "--played": number } = {
    "--played": duration ? Math.min(1, position / duration) : 0,
  };
  const step = (event: KeyboardEvent) => {
    const seconds = steps[event.key];
    if (!seconds) return;
    event.preventDefault();
    onSeek(position + seconds);
  };
  return (
    <span className="timeline" style={played}>
      <span className="played" />
      <input
        type="range"
        aria-label="Position"
        aria-valuetext={`${clock(position)} of ${clock(duration)}`}
        min={0}
        max={Math.ceil(duration)}
        step={1}
        value={Math.floor(position)}
        onChange={(event) => onSeek(Number(event.target.value))}
        onKeyDown={step}
      />
    </span>
  );
}
