import type { Snapshot } from "@/lib/episodes/history";
import type { Place } from "@/lib/episodes/numbering";
import type { EpisodeState } from "@/lib/episodes/state";

/** What an episode's editor is given to begin with, and again whenever something changed. */
export type EditedEpisode = {
  id: string;
  snapshot: Snapshot;
  state: EpisodeState;
  show: { slug: string; title: string; language: string; explicit: boolean; page: string };
  artwork: { own: boolean; src: string | null };
  next: Place;
  /** the address that its title would give it; null where it should keep its own */
  slug: string | null;
};
