import type { PublicEpisode, PublicShow } from "@/lib/feed/public-queries";
import type { AccentPair } from "@/lib/shows/accent";

/** What the player needs of an episode; `page` is the path of its page and says which episode it is. */
export type Track = {
  page: string;
  src: string;
  title: string;
  show: string;
  language: string;
  artwork: string;
  duration: number;
  accent: AccentPair;
};

/** Kept small: it travels in the page once for each row. */
export function trackOf(show: PublicShow, episode: PublicEpisode, accent: AccentPair): Track {
  return {
    page: new URL(episode.pageUrl).pathname,
    src: episode.enclosure.url,
    title: episode.title,
    show: show.title,
    language: show.language,
    artwork: episode.artworkUrl ?? show.artworkUrl,
    duration: episode.duration,
    accent,
  };
}
