import type { Track } from "./track";

type Controls = { play(): void; pause(): void; seek(seconds: number): void; skip(seconds: number): void };

export const BACK = 15;
export const ONWARD = 30;

/** Tells the lock screen and the keys of the keyboard what plays, and lets them play it. */
export function announce(track: Track, { play, pause, seek, skip }: Controls): void {
  const session = navigator.mediaSession;
  if (!session) return;
  session.metadata = new MediaMetadata({ title: track.title, artist: track.show, artwork: [{ src: track.artwork }] });
  session.setActionHandler("play", play);
  session.setActionHandler("pause", pause);
  session.setActionHandler("seekbackward", (details) => skip(-(details.seekOffset ?? BACK)));
  session.setActionHandler("seekforward", (details) => skip(details.seekOffset ?? ONWARD));
  session.setActionHandler("seekto", (details) => seek(details.seekTime ?? 0));
}

export function announcePosition(position: number, duration: number, playbackRate: number): void {
  if (duration > 0 && position <= duration)
    navigator.mediaSession?.setPositionState({ duration, position, playbackRate });
}
