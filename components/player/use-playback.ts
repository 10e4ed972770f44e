import { useSyncExternalStore } from "react";
import { current, type Playback, silence, subscribe } from "./playback";

/** One thing read out of the player; the component renders again only when that changes. */
export function usePlayback<T>(read: (playback: Playback) => T): T {
  return useSyncExternalStore(
    subscribe,
    () => read(current()),
    () => read(silence),
  );
}
