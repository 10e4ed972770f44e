import { cleanNotes } from "@/lib/episodes/notes";
import { shortNotes } from "@/lib/episodes/short-notes";
import type { FeedEpisode } from "@/lib/feed/state";
import { element, emptyElement, htmlElement } from "@/lib/feed/xml";
import { oneLine } from "@/lib/platform/text";

/** PSP-1 and Apple allow a description of 4000 bytes. */
const descriptionBytes = 4000;

/** What an editor leaves of emptied notes is tags around nothing. */
const hasWords = /(?:^|>)\s*[^<\s]/;

/** One <item>: all that PSP-1 asks of it, the full notes beside the short ones. */
export function renderItem(episode: FeedEpisode): string {
  return [
    "<item>\n",
    element("title", oneLine(episode.title, 255)),
    element("guid", episode.guid, { isPermaLink: "false" }),
    element("link", episode.pageUrl),
    element("pubDate", episode.publishedAt.toUTCString()),
    notes(episode.notesHtml),
    enclosure(episode),
    element("itunes:duration", Math.round(episode.durationSeconds)),
    element("itunes:explicit", String(episode.explicit)),
    element("itunes:episodeType", episode.type),
    episode.season === null ? "" : element("itunes:season", episode.season),
    episode.number === null ? "" : element("itunes:episode", episode.number),
    episode.artworkUrl === null ? "" : emptyElement("itunes:image", { href: episode.artworkUrl }),
    "</item>\n",
  ].join("");
}

function notes(html: string): string {
  const full = cleanNotes(html).trim();
  if (!hasWords.test(full)) return "";
  return htmlElement("description", shortNotes(full, descriptionBytes)) + htmlElement("content:encoded", full);
}

function enclosure({ enclosure: { url, length, type } }: FeedEpisode): string {
  return emptyElement("enclosure", { url, length: String(length), type });
}
