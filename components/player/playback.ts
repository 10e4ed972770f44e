import { announce, announcePosition } from "./media-session";
import { placeOf, rememberPlace, rememberSpeed, speedOfLast } from "./memory";
import type { Track } from "./track";

export type Playback = {
  track: Track | null;
  started: boolean;
  playing: boolean;
  failed: boolean;
  position: number;
  duration: number;
  rate: number;
  /** the track whose large player is in sight, so that the bar need not be */
  inSight: string | null;
};

export const silence: Playback = {
  track: null,
  started: false,
  playing: false,
  failed: false,
  position: 0,
  duration: 0,
  rate: 1,
  inSight: null,
};

// One element for the whole visit: one thing plays at a time, and goes on from page to page.
let element: HTMLAudioElement | null = null;
let state = silence;
let savedAt = 0;
const listeners = new Set<() => void>();

export const current = () => state;

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes the page's own audio element; called once it is mounted. */
export function adopt(audio: HTMLAudioElement): () => void {
  element = audio;
  change({ rate: speedOfLast() });
  const ears = new AbortController();
  for (const [event, hear] of Object.entries(hearing)) audio.addEventListener(event, hear, { signal: ears.signal });
  addEventListener("pagehide", remember, { signal: ears.signal });
  if (state.track) load(state.track);
  if (state.started) resume();
  return () => ears.abort();
}

/** Makes the track the one that will play, without a byte of it being fetched. */
export function cue(track: Track, from: number | null): void {
  if (state.track?.page !== track.page) {
    remember();
    const position = from ?? placeOf(track.page);
    change({ track, playing: false, failed: false, position, duration: track.duration });
    load(track);
  } else if (from !== null) seek(from);
}

export function play(track: Track, from: number | null = null): void {
  cue(track, from);
  if (state.failed) load(track);
  change({ started: true, failed: false });
  announce(track, { play: resume, pause, seek, skip });
  resume();
}

export function toggle(track: Track): void {
  if (state.playing && state.track?.page === track.page) pause();
  else play(track);
}

export function seek(seconds: number): void {
  const position = Math.min(Math.max(0, seconds), state.duration || seconds);
  if (element?.readyState) element.currentTime = position;
  change({ position });
}

export const skip = (seconds: number) => seek(state.position + seconds);

export function setRate(rate: number): void {
  if (element) element.playbackRate = rate;
  rememberSpeed(rate);
  change({ rate });
}

export const setInSight = (inSight: string | null) => change({ inSight });

const pause = () => element?.pause();

// A refusal comes as an "error" or "pause" event too; the promise says nothing more.
const resume = () => void element?.play().catch(() => {});

function load(track: Track): void {
  if (!element) return;
  element.src = track.src;
  element.defaultPlaybackRate = state.rate;
}

function remember(): void {
  if (state.track && state.started) rememberPlace(state.track.page, state.position, state.duration);
}

const hearing = {
  play: () => change({ playing: true }),
  pause: () => {
    change({ playing: false });
    remember();
  },
  ended: () => {
    remember();
    change({ playing: false, position: 0 });
  },
  error: () => change({ playing: false, failed: true }),
  loadedmetadata: () => {
    if (!element) return;
    if (state.position > 0) element.currentTime = state.position;
    if (Number.isFinite(element.duration)) change({ duration: element.duration });
  },
  timeupdate: () => {
    if (!element?.readyState || element.seeking) return;
    change({ position: element.currentTime });
    announcePosition(state.position, state.duration, state.rate);
    if (Math.abs(state.position - savedAt) < 5) return;
    savedAt = state.position;
    remember();
  },
};

function change(part: Partial<Playback>): void {
  state = { ...state, ...part };
  for (const listener of listeners) listener();
}
