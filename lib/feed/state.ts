/** Everything a feed shows; addresses are absolute. */
export type FeedState = { show: FeedShow; episodes: FeedEpisode[] };

export type FeedShow = {
  title: string;
  /** plain text */
  description: string;
  author: string;
  language: string;
  category: string;
  subcategory: string | null;
  explicit: boolean;
  type: "episodic" | "serial";
  /** null unless its owner wishes it published */
  ownerEmail: string | null;
  podcastGuid: string;
  locked: boolean;
  artworkUrl: string;
  pageUrl: string;
  feedUrl: string;
  /** the feed had another address before: apps are told this one */
  moved: boolean;
  lastChanged: Date;
};

export type FeedEpisode = {
  title: string;
  guid: string;
  notesHtml: string;
  pageUrl: string;
  /** length in bytes */
  enclosure: { url: string; length: bigint | number; type: string };
  publishedAt: Date;
  durationSeconds: number;
  season: number | null;
  number: number | null;
  type: "full" | "trailer" | "bonus";
  explicit: boolean;
  artworkUrl: string | null;
};
