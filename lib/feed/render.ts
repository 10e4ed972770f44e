import { renderItem } from "@/lib/feed/render-item";
import type { FeedEpisode, FeedShow, FeedState } from "@/lib/feed/state";
import { element, emptyElement } from "@/lib/feed/xml";
import { cutText, escapeXml, legalText, oneLine } from "@/lib/platform/text";

/** Bumped whenever this writer gives other bytes for the same state, so that stored feeds are rendered anew. */
export const FEED_FORMAT = 1;

const namespaces = {
  atom: "http://www.w3.org/2005/Atom",
  content: "http://purl.org/rss/1.0/modules/content/",
  itunes: "http://www.itunes.com/dtds/podcast-1.0.dtd",
  podcast: "https://podcastindex.org/namespace/1.0",
};

/** RSS 2.0 after PSP-1 and Apple's Podcaster's Guide. The same state gives the same bytes. */
export function renderFeed({ show, episodes }: FeedState): string {
  const newestFirst = episodes.toSorted(byAge);
  const declared = Object.entries(namespaces).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<rss version="2.0"${declared.join("")}>\n<channel>\n`,
    renderShow(show, newestFirst[0]),
    ...newestFirst.map(renderItem),
    "</channel>\n</rss>\n",
  ].join("");
}

function byAge(one: FeedEpisode, other: FeedEpisode): number {
  const age = other.publishedAt.getTime() - one.publishedAt.getTime();
  return age || (one.guid < other.guid ? -1 : Number(one.guid > other.guid));
}

function renderShow(show: FeedShow, newest: FeedEpisode | undefined): string {
  const title = oneLine(show.title, 255);
  return [
    element("title", title),
    element("description", cutText(legalText(show.description).trim(), 4000)),
    element("link", show.pageUrl),
    emptyElement("atom:link", { href: show.feedUrl, rel: "self", type: "application/rss+xml" }),
    show.moved ? element("itunes:new-feed-url", show.feedUrl) : "",
    element("language", show.language),
    element("generator", "Longwave"),
    newest ? element("pubDate", newest.publishedAt.toUTCString()) : "",
    element("lastBuildDate", show.lastChanged.toUTCString()),
    `<image>\n${element("url", show.artworkUrl)}${element("title", title)}${element("link", show.pageUrl)}</image>\n`,
    emptyElement("itunes:image", { href: show.artworkUrl }),
    element("itunes:author", oneLine(show.author, 255)),
    owner(show),
    category(show),
    element("itunes:explicit", String(show.explicit)),
    element("itunes:type", show.type),
    element("podcast:guid", show.podcastGuid),
    locked(show),
  ].join("");
}

/** Another host that is asked to import a locked feed writes to its owner, where there is one to write to. */
function locked({ locked, ownerEmail }: FeedShow): string {
  return element("podcast:locked", locked ? "yes" : "no", ownerEmail ? { owner: ownerEmail } : {});
}

function owner({ author, ownerEmail }: FeedShow): string {
  if (!ownerEmail) return "";
  return `<itunes:owner>\n${element("itunes:name", oneLine(author, 255))}${element("itunes:email", ownerEmail)}</itunes:owner>\n`;
}

function category({ category, subcategory }: FeedShow): string {
  if (!subcategory) return emptyElement("itunes:category", { text: category });
  return `<itunes:category text="${escapeXml(category)}">\n${emptyElement("itunes:category", { text: subcategory })}</itunes:category>\n`;
}
