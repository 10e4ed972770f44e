import { XMLParser } from "fast-xml-parser";
import type { FeedEpisode, FeedShow, FeedState } from "@/lib/feed/state";

const base = "https://pods.example.org";

export function aShow(changes: Partial<FeedShow> = {}): FeedShow {
  return {
    title: "Night Radio",
    description: "Voices & static, <3 after dark.",
    author: "Ada Lind",
    language: "en-us",
    category: "Kids & Family",
    subcategory: "Parenting",
    explicit: false,
    type: "episodic",
    ownerEmail: null,
    podcastGuid: "917393e3-1b1e-5cef-ace4-edaa54e1f810",
    locked: true,
    artworkUrl: `${base}/media/a1/cover.jpg`,
    pageUrl: `${base}/night-radio`,
    feedUrl: `${base}/night-radio/feed.xml`,
    moved: false,
    lastChanged: new Date("2026-03-01T10:00:00Z"),
    ...changes,
  };
}

export function anEpisode(changes: Partial<FeedEpisode> = {}): FeedEpisode {
  return {
    title: "The first hour",
    guid: "0198c0de-0000-7000-8000-000000000001",
    notesHtml: "<h2>Hello</h2><p>Notes &amp; <strong>more</strong></p>",
    pageUrl: `${base}/night-radio/the-first-hour`,
    enclosure: { url: `${base}/media/e1/audio.mp3`, length: 12_345_678n, type: "audio/mpeg" },
    publishedAt: new Date("2026-02-03T04:05:06Z"),
    durationSeconds: 3599.6,
    season: null,
    number: null,
    type: "full",
    explicit: false,
    artworkUrl: null,
    ...changes,
  };
}

export function aFeed(show: Partial<FeedShow> = {}, ...episodes: Partial<FeedEpisode>[]): FeedState {
  return { show: aShow(show), episodes: episodes.map(anEpisode) };
}

/** A plain reading of the XML: every value as the string that it is. */
export function readXml(xml: string) {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseTagValue: false,
    trimValues: false,
    isArray: (name) => name === "item",
  });
  return parser.parse(xml).rss.channel;
}
