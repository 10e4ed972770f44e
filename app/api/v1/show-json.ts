import { feedAddress, showPage, studioPage } from "@/lib/shows/addresses";
import { formatCategory } from "@/lib/shows/categories";
import type { ShowWithArtwork } from "@/lib/shows/queries";
import { artworkJson } from "./media-json";
import { takenDownJson } from "./taken-down-json";

/** A show as the API tells it. */
export function showJson(show: ShowWithArtwork) {
  const { id, slug, title, description, author, language, explicit, type, ownerEmail, publishOwnerEmail, version } =
    show;
  return {
    ...{
      id,
      slug,
      title,
      description,
      author,
      language,
      category: formatCategory(show),
      explicit,
      type,
      ownerEmail,
      publishOwnerEmail,
    },
    guid: show.podcastGuid,
    artwork: show.artwork && artworkJson(show.artwork),
    version,
    takenDown: takenDownJson(show),
    createdAt: show.createdAt,
    updatedAt: show.updatedAt,
    links: { feed: feedAddress(slug), page: showPage(slug), studio: studioPage(slug) },
  };
}
