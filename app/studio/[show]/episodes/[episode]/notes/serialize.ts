import type { Fragment, Mark, Node } from "@tiptap/pm/model";
import { linkAddress, linkRel } from "@/lib/episodes/notes-form";

/** The document in the one form that the house keeps notes in: what it would make of it itself. Nothing but blanks is "". */
export function notesHtml(doc: Node): string {
  const blocks = blocksOf(doc.content);
  const isBlank = (html: string | undefined) => html !== undefined && /^<p>(?:\s|<br \/>)*<\/p>$/.test(html);
  while (isBlank(blocks.at(-1))) blocks.pop();
  while (isBlank(blocks[0])) blocks.shift();
  return blocks.join("");
}

function blocksOf(content: Fragment): string[] {
  const blocks: string[] = [];
  content.forEach((node) => void blocks.push(block(node)));
  return blocks;
}

function block(node: Node): string {
  const tag = tagOf(node);
  if (tag === "hr") return "<hr />";
  if (tag === "pre") return `<pre>${escaped(node.textContent)}</pre>`;
  if (tag === "li") return `<li>${item(node)}</li>`;
  const inside = node.inlineContent ? inline(node.content) : blocksOf(node.content).join("");
  return `<${tag}>${inside}</${tag}>`;
}

/** A list's item needs no paragraph of its own around its one line. */
function item(node: Node): string {
  const [first = "", ...rest] = blocksOf(node.content);
  const isOneLine = rest.every((html) => /^<[ou]l>/.test(html));
  return (isOneLine ? first.replace(/^<p>(.*)<\/p>$/s, "$1") : first) + rest.join("");
}

const tags: Record<string, string> = {
  ...{ paragraph: "p", bulletList: "ul", orderedList: "ol", listItem: "li", blockquote: "blockquote" },
  ...{ codeBlock: "pre", horizontalRule: "hr", bold: "strong", italic: "em", code: "code", link: "a" },
};

const tagOf = (node: Node): string =>
  node.type.name === "heading" ? `h${node.attrs.level}` : (tags[node.type.name] ?? "p");

/** Marks that go on from one piece of text to the next stay open between them. */
function inline(content: Fragment): string {
  const html: string[] = [];
  let open: readonly Mark[] = [];
  const close = (marks: readonly Mark[]) => html.push(...marks.toReversed().map(({ type }) => `</${tags[type.name]}>`));
  content.forEach((node) => {
    const marks = node.marks.filter(startOf);
    const kept = commonStart(open, marks);
    close(open.slice(kept));
    html.push(...marks.slice(kept).map(startOf), node.isText ? escaped(node.text ?? "") : "<br />");
    open = marks;
  });
  close(open);
  return html.join("");
}

function commonStart(a: readonly Mark[], b: readonly Mark[]): number {
  const differs = a.findIndex((mark, index) => !b[index]?.eq(mark));
  return differs < 0 ? a.length : differs;
}

function startOf({ type, attrs }: Mark): string {
  if (type.name !== "link") return tags[type.name] ? `<${tags[type.name]}>` : "";
  const href = linkAddress(String(attrs.href ?? ""));
  return href ? `<a href="${escaped(href)}" rel="${linkRel}">` : "";
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (text: string) => text.replace(/[&<>]/g, (letter) => entities[letter] ?? "");
