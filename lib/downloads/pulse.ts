import { type Minute, minute, sum } from "@/lib/downloads/minute";
import type { Subject } from "@/lib/downloads/subject";
import { singleton } from "@/lib/platform/singleton";

/** What can be watched: the house as a whole, or one show by its id. */
export type Place = string;
export const HOUSE: Place = "house";

/** An episode by its id, or an app by its name. `requests` are those of the last minute. */
export type Voice = { name: string; streams: number; requests: number };

/** What one process sends just now. Figures of seconds: the last sixty full ones, the latest last. */
export type Sounds = { streams: number; requests: number[]; bytes: number[]; episodes: Voice[]; apps: Voice[] };

type Line = { streams: number; requests: Minute };
type Part = { streams: number; requests: Minute; bytes: Minute; episodes: Map<string, Line>; apps: Map<string, Line> };

const MOST_LINES = 500;
const MOST_TOLD = 12;

const parts = () => singleton("pulse", () => new Map<Place, Part>());

/** An answer begins: for the house and for its show. Gives what hears of its bytes and of its end. */
export function beginSound({ kind, showId, episodeId }: Subject, app: string, at: number) {
  const isAudio = kind === "audio";
  const here = [partOf(HOUSE), partOf(showId)];
  const lines = here.flatMap(({ episodes, apps }) => [
    ...(episodeId && isAudio ? [lineOf(episodes, episodeId)] : []),
    lineOf(apps, app),
  ]);
  const second = Math.floor(at / 1000);
  for (const { requests } of [...here, ...lines]) requests.add(second, 1);
  if (isAudio) for (const each of [...here, ...lines]) each.streams += 1;
  return {
    sent(bytes: number, now: number): void {
      for (const part of here) part.bytes.add(Math.floor(now / 1000), bytes);
    },
    ended(): void {
      if (isAudio) for (const each of [...here, ...lines]) each.streams -= 1;
    },
  };
}

/** What this process sends just now; null: nothing of it since a minute. */
export function soundsOf(place: Place, now: number): Sounds | null {
  const part = parts().get(place);
  const second = Math.floor(now / 1000);
  if (!part || isQuiet(part, second)) return null;
  return {
    streams: part.streams,
    requests: part.requests.read(second),
    bytes: part.bytes.read(second),
    episodes: loudest(part.episodes, second),
    apps: loudest(part.apps, second),
  };
}

/** Forgets what has been quiet for a minute. */
export function forgetQuiet(now: number): void {
  const second = Math.floor(now / 1000);
  for (const [place, part] of parts()) {
    if (isQuiet(part, second)) parts().delete(place);
    for (const lines of [part.episodes, part.apps])
      for (const [name, line] of lines) if (isStill(line, second)) lines.delete(name);
  }
}

function partOf(place: Place): Part {
  const present = parts().get(place);
  if (present) return present;
  const made = { streams: 0, requests: minute(), bytes: minute(), episodes: new Map(), apps: new Map() };
  parts().set(place, made);
  return made;
}

/** What finds no room is counted with the others. */
function lineOf(lines: Map<string, Line>, name: string): Line {
  const key = lines.size < MOST_LINES || lines.has(name) ? name : "";
  const line = lines.get(key) ?? { streams: 0, requests: minute() };
  lines.set(key, line);
  return line;
}

const isStill = ({ streams, requests }: Line, second: number): boolean =>
  streams === 0 && sum(requests.read(second + 1)) === 0;

const isQuiet = (part: Part, second: number): boolean =>
  isStill(part, second) && sum(part.bytes.read(second + 1)) === 0;

function loudest(lines: Map<string, Line>, second: number): Voice[] {
  return [...lines]
    .map(([name, { streams, requests }]) => ({ name, streams, requests: sum(requests.read(second)) }))
    .filter(({ name, streams, requests }) => name && (streams > 0 || requests > 0))
    .sort(byLoudness)
    .slice(0, MOST_TOLD);
}

export const byLoudness = (a: Voice, b: Voice): number =>
  b.streams - a.streams || b.requests - a.requests || (a.name < b.name ? -1 : 1);
