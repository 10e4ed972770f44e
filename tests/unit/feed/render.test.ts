import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { renderFeed } from "@/lib/feed/render";
import { oneLine } from "@/lib/platform/text";
import { hostileNotes } from "../episodes/hostile-notes";
import { htmlSoup } from "../episodes/html-soup";
import { aFeed, anEpisode, aShow, readXml } from "./a-feed";

const hostileText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.constantFrom("]]>", "a & b", "<b>", "&amp;", "\u0000", "\ud800x", "🎙️ 日本語 مرحبا", "\u202Eabc", "\"'", " \r\n "),
);
const hasXmllint = spawnSync("xmllint", ["--version"]).status === 0;

describe("renderFeed", () => {
  it("declares exactly the namespaces that it uses", () => {
    expect(renderFeed(aFeed()).split("\n").slice(0, 3)).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0">',
      "<channel>",
    ]);
  });

  it("gives the bytes that stored feeds were made with; when they change, FEED_FORMAT does too", () => {
    const whole = { season: 2, number: 7, artworkUrl: "https://pods.example.org/media/a2/cover.jpg" };
    expect(renderFeed(aFeed({ ownerEmail: "ada@example.org", moved: true }, whole, { guid: "2" }))).toMatchSnapshot();
  });

  it("orders by date and then by guid, however the episodes come", () => {
    const day = (date: string) => new Date(`2026-01-${date}T00:00:00Z`);
    const episodes = [
      anEpisode({ guid: "b", publishedAt: day("02") }),
      anEpisode({ guid: "c", publishedAt: day("03") }),
      anEpisode({ guid: "a", publishedAt: day("02") }),
    ];
    const read = readXml(renderFeed({ show: aShow(), episodes }));
    expect(read.item.map((item: { guid: { "#text": string } }) => item.guid["#text"])).toEqual(["c", "a", "b"]);
    expect(renderFeed({ show: aShow(), episodes: episodes.toReversed() })).toBe(
      renderFeed({ show: aShow(), episodes }),
    );
    expect(read.pubDate).toBe("Sat, 03 Jan 2026 00:00:00 GMT");
  });

  it("writes what is optional only where there is something to write", () => {
    const plain = renderFeed(aFeed({ subcategory: null }, { notesHtml: " <p></p><p><br /></p>" }));
    for (const name of ["itunes:owner", "itunes:email", "itunes:new-feed-url", "itunes:season", "itunes:episode>"])
      expect(plain).not.toContain(name);
    expect(plain).toContain('<itunes:category text="Kids &amp; Family"/>');
    expect(readXml(plain).item[0]).not.toHaveProperty("description");
    expect(readXml(plain).item[0]).not.toHaveProperty("content:encoded");
    expect(renderFeed(aFeed())).not.toContain("<pubDate>");
  });

  it("keeps descriptions within 4000 bytes and the notes whole", () => {
    const notesHtml = `<p>${"größer ".repeat(2000)}</p>`;
    const read = readXml(renderFeed(aFeed({ description: "日本 ".repeat(2000) }, { notesHtml })));
    for (const text of [read.description, read.item[0].description]) {
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4000);
      expect(Buffer.byteLength(text)).toBeGreaterThan(3900);
    }
    expect(read.item[0]["content:encoded"]).toBe(notesHtml);
  });

  it("keeps lengths exact past what a number holds", () => {
    const enclosure = { url: "https://pods.example.org/a.mp3", length: 9_007_199_254_740_993n, type: "audio/mpeg" };
    expect(renderFeed(aFeed({}, { enclosure }))).toContain('length="9007199254740993"');
  });

  it("cleans notes that were stored before a rule was made", () => {
    const notesHtml = hostileNotes.join("");
    expect(renderFeed(aFeed({}, { notesHtml }))).not.toMatch(/<(?:script|img|svg|iframe)|javascript:/i);
  });

  it("is well-formed, deterministic and reads back for any text", () => {
    fc.assert(
      fc.property(hostileText, hostileText, htmlSoup, (title, author, notesHtml) => {
        const state = aFeed(
          { title, author, description: title, ownerEmail: "a@example.org" },
          { title: author, guid: title, notesHtml },
        );
        const xml = renderFeed(state);
        expect(XMLValidator.validate(xml)).toBe(true);
        expect(renderFeed(structuredClone(state))).toBe(xml);
        const read = readXml(xml);
        expect(read.title).toBe(oneLine(title, 255));
        expect(read["itunes:author"]).toBe(oneLine(author, 255));
        expect(read.item[0].title).toBe(oneLine(author, 255));
      }),
      { numRuns: 300 },
    );
  });

  it.skipIf(!hasXmllint)("is well-formed to xmllint, whatever is in it", () => {
    const titles = ["]]>", "a & b <c>", "\u0000\u000b\ud800", "🎙️ 日本語 مرحبا \u202E", "\ufffe\uffff"];
    const episodes = [...titles, ...hostileNotes].map((text, index) =>
      anEpisode({ title: text, guid: `${index}`, notesHtml: text }),
    );
    const { status, stderr } = spawnSync("xmllint", ["--noout", "-"], {
      input: renderFeed({ show: aShow(), episodes }),
    });
    expect(stderr.toString()).toBe("");
    expect(status).toBe(0);
  });

  it("writes ten thousand episodes", () => {
    const notesHtml = `<p>${"Some words about it. ".repeat(40)}</p><ul><li>one</li><li>two</li></ul>`;
    const episodes = Array.from({ length: 10_000 }, (_, index) => anEpisode({ guid: `${index}`, notesHtml }));
    expect(readXml(renderFeed({ show: aShow(), episodes: episodes.slice(0, 50) })).item).toHaveLength(50);
    expect(renderFeed({ show: aShow(), episodes }).match(/<item>/g)).toHaveLength(10_000);
  });
});
