import { parseFeed } from "feedsmith";
import { parseFeed as parseWithPartytime } from "podcast-partytime";
import { describe, expect, it } from "vitest";
import { renderFeed } from "@/lib/feed/render";
import { aFeed } from "./a-feed";

// What every field must come back as from readers that we did not write.
const state = aFeed(
  { title: "Nächte & <Tage> 🎙️ 夜", ownerEmail: "ada@example.org", moved: true, type: "serial", explicit: true },
  {
    title: "第一回 & mehr",
    season: 2,
    number: 7,
    type: "trailer",
    explicit: true,
    artworkUrl: "https://pods.example.org/media/a2/cover.jpg",
  },
);
const { show } = state;
const xml = renderFeed(state);

describe("a feed read by feedsmith", () => {
  const { format, feed } = parseFeed(xml) as Extract<ReturnType<typeof parseFeed>, { format: "rss" }>;

  it("is RSS whose show has every field", () => {
    expect(format).toBe("rss");
    expect(feed).toMatchObject({
      title: show.title,
      description: show.description,
      link: show.pageUrl,
      language: "en-us",
      pubDate: "Tue, 03 Feb 2026 04:05:06 GMT",
      lastBuildDate: "Sun, 01 Mar 2026 10:00:00 GMT",
      image: { url: show.artworkUrl, title: show.title, link: show.pageUrl },
      atom: { links: [{ href: show.feedUrl, rel: "self", type: "application/rss+xml" }] },
      itunes: {
        author: "Ada Lind",
        categories: [{ text: "Kids & Family", categories: [{ text: "Parenting" }] }],
        explicit: true,
        image: show.artworkUrl,
        newFeedUrl: show.feedUrl,
        owner: { name: "Ada Lind", email: "ada@example.org" },
        type: "serial",
      },
      podcast: { guid: show.podcastGuid, locked: { value: true, owner: "ada@example.org" } },
    });
  });

  it("has every field of the episode", () => {
    expect(feed.items).toHaveLength(1);
    expect(feed.items?.[0]).toMatchObject({
      title: "第一回 & mehr",
      guid: { value: "0198c0de-0000-7000-8000-000000000001", isPermaLink: false },
      link: "https://pods.example.org/night-radio/the-first-hour",
      pubDate: "Tue, 03 Feb 2026 04:05:06 GMT",
      description: "<p>Hello</p><p>Notes &amp; <strong>more</strong></p>",
      content: { encoded: "<h2>Hello</h2><p>Notes &amp; <strong>more</strong></p>" },
      enclosures: [{ url: "https://pods.example.org/media/e1/audio.mp3", length: 12_345_678, type: "audio/mpeg" }],
      itunes: {
        duration: 3600,
        episode: 7,
        season: 2,
        episodeType: "trailer",
        explicit: true,
        image: "https://pods.example.org/media/a2/cover.jpg",
      },
    });
  });
});

describe("a feed read by podcast-partytime", () => {
  const feed = parseWithPartytime(xml);

  it("is a podcast whose show has every field", () => {
    expect(feed).toMatchObject({
      title: show.title,
      description: show.description,
      link: show.pageUrl,
      language: "en-us",
      author: "Ada Lind",
      owner: { name: "Ada Lind", email: "ada@example.org" },
      explicit: true,
      itunesImage: show.artworkUrl,
      itunesCategory: ["Kids & Family > Parenting"],
      itunesType: "serial",
      itunesNewFeedUrl: show.feedUrl,
      pubsub: { self: show.feedUrl },
      lastBuildDate: show.lastChanged,
      guid: show.podcastGuid,
      locked: true,
      podcastOwner: "ada@example.org",
    });
  });

  it("has every field of the episode", () => {
    expect(feed?.items).toHaveLength(1);
    expect(feed?.items[0]).toMatchObject({
      title: "第一回 & mehr",
      guid: "0198c0de-0000-7000-8000-000000000001",
      link: "https://pods.example.org/night-radio/the-first-hour",
      pubDate: new Date("2026-02-03T04:05:06Z"),
      enclosure: { url: "https://pods.example.org/media/e1/audio.mp3", length: 12_345_678, type: "audio/mpeg" },
      duration: 3600,
      explicit: true,
      itunesEpisode: 7,
      itunesSeason: 2,
      itunesEpisodeType: "trailer",
      itunesImage: "https://pods.example.org/media/a2/cover.jpg",
    });
  });
});
