import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanNotes, notesText } from "@/lib/episodes/notes";
import { areCanonical } from "@/lib/episodes/notes-form";
import { hostileNotes } from "./hostile-notes";
import { htmlSoup } from "./html-soup";

const rel = 'rel="nofollow noopener ugc"';
const allowed =
  /^<(?:\/?(?:p|ul|ol|li|a|h[234]|strong|b|em|i|code|pre|blockquote)|br \/|hr \/|a href="(?:https?:\/\/|mailto:)[^"<>\s]+" rel="nofollow noopener ugc")>$/;

describe("cleanNotes", () => {
  it.each([
    ["<p>Hello <strong>world</strong></p>", "<p>Hello <strong>world</strong></p>"],
    ["just words & more\nnext line", "just words &amp; more\nnext line"],
    ["5 < 6 > 4", "5 &lt; 6 &gt; 4"],
    ["<p>a<br>b</p><hr>", "<p>a<br />b</p><hr />"],
    ["<h1>One</h1><h5>Five</h5>", "OneFive"],
    ["<ul><li>one<li>two</ul>", "<ul><li>one</li><li>two</li></ul>"],
    ['<a href="HTTPS://e.org/?a=1&b=2">x</a>', `<a href="https://e.org/?a=1&amp;b=2" ${rel}>x</a>`],
    ['<a href="/x">x</a> <a>y</a>', "x y"],
    ["&nbsp;&eacute;&hellip;", "\u00a0é…"],
    ["a&#1;b&#xfffe;c&#13;d", "abc\nd"],
    ["", ""],
  ])("turns %j into %j", (html, clean) => {
    expect(cleanNotes(html)).toBe(clean);
  });

  it("keeps the contents of what is nested deeper than anyone writes", () => {
    const clean = cleanNotes(`${"<blockquote>".repeat(5000)}deep`);
    expect(clean.match(/<blockquote>/g)).toHaveLength(20);
    expect(clean).toContain("deep");
  });

  it.each(hostileNotes)("leaves nothing that runs in %j", (html) => {
    const clean = cleanNotes(html);
    expect(clean).toMatchSnapshot();
    for (const [tag] of clean.matchAll(/<[^>]*>?/g)) expect(tag).toMatch(allowed);
    expect(cleanNotes(clean)).toBe(clean);
  });

  it("gives one canonical form for anything and gives that back unchanged", () => {
    fc.assert(
      fc.property(htmlSoup, (html) => {
        const clean = cleanNotes(html);
        expect(areCanonical(clean)).toBe(true);
        expect(cleanNotes(clean)).toBe(clean);
        for (const [tag] of clean.matchAll(/<[^>]*>?/g)) expect(tag).toMatch(allowed);
      }),
      { numRuns: 500 },
    );
  });

  it("keeps every character of plain text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
        expect(cleanNotes(escaped)).toBe(escaped);
      }),
    );
  });
});

describe("areCanonical", () => {
  it.each([
    "<p>open",
    "closed</p>",
    "<b><i>crossed</b></i>",
    '<p class="x">x</p>',
    '<a href="javascript:alert(1)" rel="nofollow noopener ugc">x</a>',
    '<a href="https://e.org">x</a>',
    `<a href="https://e.org" ${rel} onclick="x">x</a>`,
    "<script>x</script>",
    "<br>",
    "&nbsp;",
    "a & b",
    "a > b",
    "<p>a > b</p>",
    "a < b",
    "<p",
  ])("is false of %j", (html) => {
    expect(areCanonical(html)).toBe(false);
  });
});

describe("notesText", () => {
  it.each([
    [
      "<h2>Title</h2><p>One <b>bo</b>ld<br />line &amp; &lt;more&gt;</p><ul><li>a</li><li>b</li></ul>",
      "Title One bold line & <more> a b",
    ],
    ["plain  words\n\nhere", "plain words here"],
    ["&amp;lt;", "&lt;"],
    ["<script>alert(1)</script>kept", "kept"],
    ["", ""],
  ])("of %j is %j", (html, text) => {
    expect(notesText(html)).toBe(text);
  });
});
