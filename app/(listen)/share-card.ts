import type { Metadata } from "next";
import type { PublicEpisode, PublicShow } from "@/lib/feed/public-queries";

export const goneCard: Metadata = { title: "Gone", robots: "noindex" };

/** What other programs show of a show: search, chat, feed readers. `cursor` names a later page of its list. */
export function showCard(show: PublicShow, cursor: string | null): Metadata {
  const description = shorten(show.description);
  const url = cursor ? `${show.pageUrl}?cursor=${encodeURIComponent(cursor)}` : show.pageUrl;
  return {
    title: show.title,
    description,
    alternates: alternates(show, url),
    openGraph: {
      type: "website",
      url,
      title: show.title,
      description,
      images: [show.artworkUrl],
    },
    twitter: { card: "summary", title: show.title, description, images: [show.artworkUrl] },
  };
}

export function episodeCard(show: PublicShow, episode: PublicEpisode): Metadata {
  const title = `${episode.title} · ${show.title}`;
  const description = shorten(episode.summary);
  const images = [episode.artworkUrl ?? show.artworkUrl];
  const audio = { url: episode.enclosure.url, type: episode.enclosure.type };
  return {
    title,
    description,
    alternates: alternates(show, episode.pageUrl),
    openGraph: {
      type: "article",
      url: episode.pageUrl,
      title: episode.title,
      siteName: show.title,
      description,
      images,
      audio,
      publishedTime: episode.publishedAt.toISOString(),
    },
    twitter: { card: "summary", title: episode.title, description, images },
  };
}

function alternates(show: PublicShow, canonical: string): Metadata["alternates"] {
  return { canonical, types: { "application/rss+xml": [{ url: show.feedUrl, title: show.title }] } };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 300
    ? `${line
        .slice(0, 299)
        .replace(/\p{Surrogate}$/u, "")
        .trimEnd()}…`
    : line;
}
