"use client";

import { useSyncExternalStore } from "react";
import type { EpisodeFields } from "@/lib/episodes/fields";

type Held = { episode: string; fields: Partial<EpisodeFields> } | null;

let held: Held = null;
const listeners = new Set<() => void>();

/** The editor says what its form holds at this moment, saved or not; null when it closes. The publish panel follows it. */
export function tellFields(episode: string, fields: Partial<EpisodeFields> | null): void {
  held = fields && { episode, fields };
  for (const listener of listeners) listener();
}

/** What the form holds; what was saved, until it has said something. */
export function useFieldsAtHand(episode: string, saved: EpisodeFields): EpisodeFields {
  const present = useSyncExternalStore(
    subscribe,
    () => held,
    () => null,
  );
  return present?.episode === episode ? { ...saved, ...present.fields } : saved;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
