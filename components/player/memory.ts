/** The closing words: who leaves during them has heard the episode. Seconds, or for short ones a part of the whole. */
const CLOSING = { seconds: 15, part: 0.1 };

/** Where this browser left the episode, in seconds; 0 when it never began or was heard to its end. */
export function placeOf(page: string): number {
  return Number(read(`place:${page}`)) || 0;
}

export function rememberPlace(page: string, seconds: number, duration: number): void {
  const over = duration > 0 && seconds > duration - Math.min(CLOSING.seconds, duration * CLOSING.part);
  write(`place:${page}`, seconds < 2 || over ? null : String(Math.floor(seconds)));
}

export function speedOfLast(): number {
  return Number(read("speed")) || 1;
}

export function rememberSpeed(rate: number): void {
  write("speed", String(rate));
}

// Private windows and full disks may refuse: then nothing is remembered, and everything else works.
function read(name: string): string | null {
  try {
    return localStorage.getItem(`longwave:${name}`);
  } catch {
    return null;
  }
}

function write(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`longwave:${name}`);
    else localStorage.setItem(`longwave:${name}`, value);
  } catch {}
}
