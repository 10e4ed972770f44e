import { SkipIcon } from "./icons";
import { setRate } from "./playback";
import { usePlayback } from "./use-playback";

const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2];

export function SkipButton({ seconds, onSkip }: { seconds: number; onSkip(seconds: number): void }) {
  const name = seconds < 0 ? `Back ${-seconds} seconds` : `Forward ${seconds} seconds`;
  return (
    <button
      type="button"
      aria-label={name}
      onClick={() => onSkip(seconds)}
      className="inline-grid size-11 shrink-0 place-items-center text-item text-quiet transition-colors duration-150 hover:text-ink"
    >
      <SkipIcon seconds={seconds} />
    </button>
  );
}

export function SpeedSelect() {
  const rate = usePlayback((playback) => playback.rate);
  return (
    <select
      aria-label="Speed"
      value={rate}
      onChange={(event) => setRate(Number(event.target.value))}
      className="h-11 w-14 shrink-0 appearance-none bg-paper text-end text-small text-quiet [text-align-last:end] hover:text-ink"
    >
      {SPEEDS.map((speed) => (
        <option key={speed} value={speed}>
          {speed}×
        </option>
      ))}
    </select>
  );
}
