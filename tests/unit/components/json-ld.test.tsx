import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { JsonLd } from "@/components/json-ld";
import { podcastEpisode, podcastSeries } from "@/components/structured-data";
import type { PublicEpisode, PublicShow } from "@/lib/feed/public-queries";

const hostile = `</script><script>alert("1")</script><!-- & "quoted"`;

const show: PublicShow = {
  slug: "ferry",
  title: hostile,
  description: "The sea after dark.",
  author: "Ida",
  language: "en",
  category: "Arts > Books",
  explicit: false,
  type: "episodic",
  artworkUrl: "https://house.example/media/a.jpg",
  accent: null,
  feedUrl: "https://house.example/ferry/feed.xml",
  pageUrl: "https://house.example/ferry",
  contactEmail: null,
};

const episode: PublicEpisode = {
  slug: "fog",
  title: "Fog",
  notesHtml: "",
  summary: "",
  publishedAt: new Date("2026-05-12T06:00:00Z"),
  duration: 754.2,
  season: null,
  number: null,
  type: "full",
  explicit: false,
  artworkUrl: null,
  pageUrl: "https://house.example/ferry/fog",
  enclosure: { url: "https://house.example/media/fog.mp3", type: "audio/mpeg", length: 12_000_000 },
};

const written = (data: Record<string, unknown>) => renderToStaticMarkup(<JsonLd data={data} />);
const read = (markup: string) => JSON.parse(markup.replace(/^<script[^>]*>|<\/script>$/g, ""));

it("holds a hostile title inside the element, and gives it back whole", () => {
  const markup = written(podcastSeries(show));
  expect(markup.match(/<\//g)).toHaveLength(1);
  expect(read(markup)).toMatchObject({ "@type": "PodcastSeries", name: hostile, webFeed: show.feedUrl });
});

it("leaves out of an episode what it does not have", () => {
  const facts = read(written(podcastEpisode(show, episode)));
  expect(facts).not.toHaveProperty("episodeNumber");
  expect(facts).not.toHaveProperty("partOfSeason");
  expect(facts).toMatchObject({ image: show.artworkUrl, timeRequired: "PT0H12M34S" });
});
