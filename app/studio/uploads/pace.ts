/** How fast something goes: bytes a second, smoothed; null until there is something to go by. */
export type Pace = { at: number; bytes: number; rate: number | null };

/** A change of speed is half believed after this many milliseconds. */
const HALF_MS = 3_000;
const SHORTEST_MS = 200;

export const startPace = (bytes: number, at: number): Pace => ({ at, bytes, rate: null });

/** The pace after `bytes` in all have gone by `at` (milliseconds). Steps that are too short to measure are put together. */
export function nextPace(pace: Pace, bytes: number, at: number): Pace {
  const passed = at - pace.at;
  if (passed < SHORTEST_MS) return pace;
  const now = (Math.max(0, bytes - pace.bytes) / passed) * 1000;
  if (pace.rate === null) return { at, bytes, rate: now };
  const old = 0.5 ** (passed / HALF_MS);
  return { at, bytes, rate: pace.rate * old + now * (1 - old) };
}

/** Seconds until `left` bytes have gone; null while nobody can know. */
export const secondsLeft = (left: number, rate: number | null): number | null =>
  rate !== null && rate > 1 ? left / rate : null;
