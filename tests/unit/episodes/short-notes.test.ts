import fc from "fast-check";
import { XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { cleanNotes } from "@/lib/episodes/notes";
import { shortNotes } from "@/lib/episodes/short-notes";
import { htmlSoup } from "./html-soup";

const link = '<a href="https://e.org" rel="nofollow noopener ugc">';
const allowed = /^<\/?(?:p|ol|ul|li|a|b|i|strong|em)(?:>| href=)/;

describe("shortNotes", () => {
  it.each([
    ["<h2>Title</h2><p>a<br />b <code>c</code></p>", "<p>Title</p><p>a\nb c</p>"],
    ["<blockquote><p>said</p></blockquote><hr /><pre>x</pre>", "<p>said</p>\n\n<p>x</p>"],
    [`<ul><li>${link}one</a></li></ul>`, `<ul><li>${link}one</a></li></ul>`],
    ["no tags & such", "no tags &amp; such"],
  ])("writes %j as %j", (html, short) => {
    expect(shortNotes(html, 4000)).toBe(short);
  });

  it("cuts after a word and closes what is open", () => {
    expect(shortNotes("<ul><li><b>one two three four</b></li></ul>", 40)).toBe("<ul><li><b>one two…</b></li></ul>");
  });

  it("counts bytes, not characters, and uses them all", () => {
    const clean = `<p>${"日".repeat(2000)}</p>`;
    expect(Buffer.byteLength(shortNotes(clean, 4000))).toBeGreaterThan(3990);
    expect(Buffer.byteLength(shortNotes(clean, 4000))).toBeLessThanOrEqual(4000);
    expect(shortNotes("<p>ééé</p>", 13)).toBe("<p>ééé</p>");
  });

  it("neither splits an entity nor leaves an element without contents", () => {
    expect(shortNotes("<p>ab &amp;&amp;&amp; cd</p>", 20)).toBe("<p>ab &amp;&amp;</p>");
    expect(shortNotes(`<p>first</p><p>${link}second</a></p>`, 76)).toBe("<p>first</p>");
  });

  it("is well-formed, allowed and within its bytes for anything", () => {
    fc.assert(
      fc.property(htmlSoup, fc.integer({ min: 0, max: 300 }), (html, max) => {
        const short = shortNotes(html, max);
        expect(Buffer.byteLength(short)).toBeLessThanOrEqual(max);
        expect(cleanNotes(short)).toBe(short);
        expect(XMLValidator.validate(`<notes>${short}</notes>`)).toBe(true);
        for (const [tag] of short.matchAll(/<[^>]*>/g)) expect(tag).toMatch(allowed);
      }),
      { numRuns: 500 },
    );
  });
});
