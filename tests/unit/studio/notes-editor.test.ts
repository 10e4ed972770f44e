import { getSchema } from "@tiptap/react";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { notesExtensions } from "@/app/studio/[show]/episodes/[episode]/notes/schema";
import { notesHtml } from "@/app/studio/[show]/episodes/[episode]/notes/serialize";
import { cleanNotes } from "@/lib/episodes/notes";
import { areCanonical, pairedTags, voidTags } from "@/lib/episodes/notes-form";

const schema = getSchema(notesExtensions);
const written = (...content: object[]) => notesHtml(schema.nodeFromJSON({ type: "doc", content }));

const text = (words: string, ...marks: object[]) => ({ type: "text", text: words, marks });
const line = (...content: object[]) => ({ type: "paragraph", content });
const [bold, italic] = [{ type: "bold" }, { type: "italic" }];
const link = (href: string) => ({ type: "link", attrs: { href } });

describe("what the notes editor writes", () => {
  it("is simple where the notes are", () => {
    expect(written(line(text("One & <two>")), { type: "heading", attrs: { level: 2 }, content: [text("Three")] })).toBe(
      "<p>One &amp; &lt;two&gt;</p><h2>Three</h2>",
    );
    const item = (...content: object[]) => ({ type: "listItem", content });
    const inner = { type: "bulletList", content: [item(line(text("b")))] };
    expect(written({ type: "orderedList", content: [item(line(text("a")), inner), item(line(text("c")))] })).toBe(
      "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>",
    );
    expect(written(line(text("a"), { type: "hardBreak" }, text("b")), { type: "horizontalRule" })).toBe(
      "<p>a<br />b</p><hr />",
    );
  });

  it("keeps a link whole whose words differ in weight", () => {
    const there = link("https://e.org/");
    expect(written(line(text("a", there), text("b", there, bold), text("c", bold), text("d", bold, italic)))).toBe(
      '<p><a href="https://e.org/" rel="nofollow noopener ugc">a<strong>b</strong></a><strong>c<em>d</em></strong></p>',
    );
  });

  it("has no link that leads nowhere we allow", () => {
    expect(written(line(text("a", link("javascript:alert(1)"))))).toBe("<p>a</p>");
  });

  it("is nothing when there are only blanks, and has none at its ends", () => {
    expect(written(line())).toBe("");
    expect(written(line(), line(text("a")), line(), line(text(" "), { type: "hardBreak" }))).toBe("<p>a</p>");
  });

  it("is always in the form that the house keeps: cleaning changes nothing", () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), (content) => {
        const html = written(...content, line());
        expect(areCanonical(html)).toBe(true);
        expect(cleanNotes(html)).toBe(html);
      }),
    );
  });

  it("can hold every tag of the allow-list and no other", () => {
    const made = "p ul ol li h2 h3 h4 pre blockquote strong em code br hr".split(" ");
    // b and i are read as strong and em.
    expect([...pairedTags, ...voidTags].filter((tag) => !["b", "i"].includes(tag)).sort()).toEqual(made.sort());
    expect(Object.keys(schema.nodes).concat(Object.keys(schema.marks)).sort()).toEqual(
      "blockquote bold bulletList code codeBlock doc hardBreak heading horizontalRule italic link listItem orderedList paragraph text"
        .split(" ")
        .sort(),
    );
  });
});

const words = fc.string({ minLength: 1, unit: "grapheme" }).filter((one) => !/[\p{Cc}\ufffe\uffff]/u.test(one));
const marks = fc.subarray([bold, italic, link('https://e.org/?a="1"&b=<2>'), link("mailto:me@e.org")]);
const piece = fc.tuple(words, marks).map(([one, its]) => text(one, ...its.slice(0, 2)));
const paragraph = fc.array(piece, { maxLength: 4 }).map((content) => line(...content));
const block = fc.oneof(
  paragraph,
  paragraph.map(({ content }) => ({ type: "heading", attrs: { level: 3 }, content })),
  fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((content) => ({ type: "blockquote", content })),
  words.map((one) => ({ type: "codeBlock", content: [{ type: "text", text: one }] })),
  fc
    .array(fc.array(paragraph, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
    .map((items) => ({ type: "bulletList", content: items.map((content) => ({ type: "listItem", content })) })),
);
