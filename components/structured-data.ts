import type { PublicEpisode, PublicShow } from "@/lib/feed/public-queries";
import { isoDuration } from "./voice";

/** https://schema.org/PodcastSeries */
export function podcastSeries(show: PublicShow): Record<string, unknown> {
  return {
    "@context": "https://schema.org",
    ...series(show),
    description: show.description,
    genre: show.category,
    inLanguage: show.language,
  };
}

/** https://schema.org/PodcastEpisode */
export function podcastEpisode(show: PublicShow, episode: PublicEpisode): Record<string, unknown> {
  return {
    "@context": "https://schema.org",
    "@type": "PodcastEpisode",
    url: episode.pageUrl,
    name: episode.title,
    description: episode.summary,
    datePublished: episode.publishedAt.toISOString(),
    inLanguage: show.language,
    image: episode.artworkUrl ?? show.artworkUrl,
    timeRequired: isoDuration(episode.duration),
    episodeNumber: episode.number ?? undefined,
    partOfSeason: episode.season === null ? undefined : { "@type": "PodcastSeason", seasonNumber: episode.season },
    associatedMedia: {
      "@type": "AudioObject",
      contentUrl: episode.enclosure.url,
      contentSize: String(episode.enclosure.length),
      encodingFormat: episode.enclosure.type,
      duration: isoDuration(episode.duration),
    },
    partOfSeries: series(show),
  };
}

function series(show: PublicShow): Record<string, unknown> {
  return {
    "@type": "PodcastSeries",
    url: show.pageUrl,
    name: show.title,
    author: { "@type": "Person", name: show.author },
    image: show.artworkUrl,
    webFeed: show.feedUrl,
  };
}
