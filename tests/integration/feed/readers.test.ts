import { XMLValidator } from "fast-xml-parser";
import { parseFeed } from "feedsmith";
import { parseFeed as parseWithPartytime } from "podcast-partytime";
import { beforeAll, describe, expect, it } from "vitest";
import { setEpisodeArtwork } from "@/lib/episodes/artwork";
import { artworkAddress, audioAddress } from "@/lib/media/addresses";
import { episodePage, feedAddress, showPage } from "@/lib/shows/addresses";
import { useDatabase } from "@/tests/support/database";
import { xmlOf } from "@/tests/support/feeds";
import { makeOwner } from "@/tests/support/people";
import { picture } from "@/tests/support/pictures";
import { episodeOf, makeCompleteShow, makePublished, present } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";
import { mpegFrames } from "@/tests/support/synthetic-audio";
import { upload } from "@/tests/support/uploading";

useDatabase();
useStore();

const told = {
  title: "Nächte & <Tage> 夜",
  description: "Was nachts geschieht,\nund am Tag danach.",
  author: "Ada & Bo",
  language: "de-AT",
  category: "Kids & Family > Parenting",
  explicit: true,
  type: "serial" as const,
  ownerEmail: "ada@example.org",
  publishOwnerEmail: true,
};

/** From a program's upload to what the readers of others make of the feed. */
async function publish() {
  const owner = await makeOwner();
  const show = await makeCompleteShow(owner, told);
  const media = await upload(owner, show, mpegFrames(2300));
  const fields = { title: "第一回 & mehr", notes: "<p>Hello <b>you</b> &amp; ]]></p>", season: 2, number: 7 };
  const at = new Date("2026-02-03T04:05:06Z");
  const made = await makePublished(owner, show, { ...fields, media: media.id, type: "trailer", explicit: false }, at);
  await setEpisodeArtwork(made, await picture(), at);
  await makePublished(owner, show, { title: "Older", number: 1 }, new Date("2026-01-01T00:00:00Z"));
  return { show, episode: await episodeOf(owner, made), xml: await xmlOf(show) };
}

describe("a feed read back by others", () => {
  let house: Awaited<ReturnType<typeof publish>>;
  beforeAll(async () => {
    house = await publish();
  });

  it("is well-formed", () => {
    expect(XMLValidator.validate(house.xml)).toBe(true);
  });

  it("tells feedsmith every field", () => {
    const { show, episode, xml } = house;
    const audio = present(episode.audio);
    expect(parseFeed(xml)).toMatchObject({
      format: "rss",
      feed: {
        title: told.title,
        description: told.description,
        link: showPage(show.slug),
        language: "de-at",
        pubDate: "Tue, 03 Feb 2026 04:05:06 GMT",
        atom: { links: [{ href: feedAddress(show.slug), rel: "self", type: "application/rss+xml" }] },
        itunes: {
          author: told.author,
          categories: [{ text: "Kids & Family", categories: [{ text: "Parenting" }] }],
          explicit: true,
          image: artworkAddress(present(show.artwork)),
          owner: { name: told.author, email: told.ownerEmail },
          type: "serial",
        },
        podcast: { guid: show.podcastGuid, locked: { value: true, owner: told.ownerEmail } },
        items: [
          {
            title: episode.title,
            guid: { value: episode.guid, isPermaLink: false },
            link: episodePage(show.slug, episode.slug),
            pubDate: "Tue, 03 Feb 2026 04:05:06 GMT",
            enclosures: [{ url: audioAddress(audio), length: Number(audio.bytes), type: "audio/mpeg" }],
            itunes: {
              duration: 60,
              explicit: false,
              episodeType: "trailer",
              season: 2,
              episode: 7,
              image: artworkAddress(present(episode.artwork)),
            },
          },
          { title: "Older", itunes: { explicit: true, episodeType: "full", episode: 1 } },
        ],
      },
    });
  });

  it("tells podcast-partytime the same", () => {
    const { show, episode, xml } = house;
    const audio = present(episode.audio);
    expect(parseWithPartytime(xml)).toMatchObject({
      title: told.title,
      guid: show.podcastGuid,
      language: "de-at",
      itunesType: "serial",
      locked: true,
      items: [
        {
          title: episode.title,
          guid: episode.guid,
          duration: 60,
          itunesSeason: 2,
          itunesEpisode: 7,
          enclosure: { url: audioAddress(audio), length: Number(audio.bytes), type: "audio/mpeg" },
        },
        { title: "Older" },
      ],
    });
  });
});
