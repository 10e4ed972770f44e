import { type Preview, previewAddress, previewFileName } from "@/lib/episodes/previews";
import type { PublicEpisode, PublicShow } from "@/lib/feed/public-queries";
import { artworkAddress } from "@/lib/media/addresses";
import { episodePage, feedAddress, showPage } from "@/lib/shows/addresses";
import { formatCategory } from "@/lib/shows/categories";

/**
 * What the episode's page will show, with files at addresses that are good by this link alone. Artwork is "" where there
 * is none yet; an episode without a date stands under today's.
 */
export function previewOf(
  { episode }: Preview,
  secret: string,
  now: Date,
): { show: PublicShow; episode: PublicEpisode; hasAudio: boolean } {
  const { show, audio, artwork } = episode;
  const { slug, title, description, author, language, explicit, type } = show;
  const fileAt = (name: string) => `${previewAddress(secret)}/${name}`;
  return {
    hasAudio: audio?.state === "ready",
    show: {
      ...{ slug, title, description, author, language, explicit, type },
      category: formatCategory(show),
      artworkUrl: show.artwork ? artworkAddress(show.artwork) : "",
      accent: show.artwork?.accent ?? null,
      feedUrl: feedAddress(slug),
      pageUrl: showPage(slug),
      contactEmail: null,
    },
    episode: {
      ...{ slug: episode.slug, title: episode.title, season: episode.season, number: episode.number },
      type: episode.type,
      notesHtml: episode.notes,
      summary: "",
      publishedAt: episode.publishAt ?? episode.firstPublishedAt ?? now,
      duration: audio?.duration ?? 0,
      explicit: episode.explicit ?? explicit,
      artworkUrl: artwork && fileAt(previewFileName(artwork)),
      pageUrl: episodePage(slug, episode.slug),
      enclosure: {
        url: audio ? fileAt(previewFileName(audio)) : "",
        type: audio?.type ?? "",
        length: Number(audio?.bytes ?? 0),
      },
    },
  };
}
