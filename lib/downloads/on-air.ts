import type { Granted, HouseAdmin } from "@/lib/accounts/actor";
import { byLoudness, HOUSE, type Place, type Sounds, soundsOf, type Voice } from "@/lib/downloads/pulse";
import { titlesOf } from "@/lib/downloads/titles";
import { singleton } from "@/lib/platform/singleton";
import type { Show } from "@/prisma/generated/client";

/** What a page shows of what is on the air. `requests` and `bytes`: of each second of the last minute, the latest last. */
export type OnAir = {
  streams: number;
  requests: number[];
  bytes: number[];
  episodes: (Voice & { id: string; show: string; language: string })[];
  apps: Voice[];
};

type Told = { at: number; sounds: Sounds | null };

const SECONDS = 60;
/** A process that says nothing for so long while it was sending has died. */
const PATIENCE_MS = 5_000;

/** What the other processes said last, by place and process. */
export const others = () => singleton("on-air", () => new Map<Place, Map<string, Told>>());

/** What is on the air of a show just now, in all processes as far as this one has heard. */
export const findOnAir = ({ id }: Granted<Show, "analyst">, now: Date): Promise<OnAir> => onAirAt(id, now.getTime());

export const findOnAirOfHouse = (_: HouseAdmin, now: Date): Promise<OnAir> => onAirAt(HOUSE, now.getTime());

export async function onAirAt(place: Place, now: number): Promise<OnAir> {
  const told = [...(others().get(place)?.values() ?? [])].filter(({ at }) => now - at < PATIENCE_MS);
  const all = [soundsOf(place, now), ...told.map(({ sounds }) => sounds)].filter((sounds) => sounds !== null);
  const episodes = together(all.map(({ episodes }) => episodes));
  const titles = await titlesOf(episodes.map(({ name }) => name));
  return {
    streams: all.reduce((total, { streams }) => total + streams, 0),
    requests: addUp(all.map(({ requests }) => requests)),
    bytes: addUp(all.map(({ bytes }) => bytes)),
    episodes: episodes.flatMap((voice) => {
      const title = titles.get(voice.name);
      return title ? [{ ...voice, id: voice.name, name: title.title, show: title.show, language: title.language }] : [];
    }),
    apps: together(all.map(({ apps }) => apps)),
  };
}

function addUp(rows: number[][]): number[] {
  return Array.from({ length: SECONDS }, (_, index) => rows.reduce((total, row) => total + (row[index] ?? 0), 0));
}

function together(lists: Voice[][]): Voice[] {
  const voices = new Map<string, Voice>();
  for (const { name, streams, requests } of lists.flat()) {
    const before = voices.get(name) ?? { name, streams: 0, requests: 0 };
    voices.set(name, { name, streams: before.streams + streams, requests: before.requests + requests });
  }
  return [...voices.values()].sort(byLoudness);
}
