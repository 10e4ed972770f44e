import { legalText } from "@/lib/platform/text";

/** What show notes may hold; the editor, the sanitizer and the feed read the same lists. */
export const pairedTags = "p ul ol li h2 h3 h4 pre blockquote strong b em i code".split(" ");
export const voidTags = ["br", "hr"];
export const linkRel = "nofollow noopener ugc";

/** Elements inside elements; deeper ones are unwrapped. */
export const maxDepth = 20;

const paired = new Set(pairedTags);
const empty = new Set(voidTags.map((tag) => `${tag} /`));
const link = new RegExp(`^a href="(?:https?://|mailto:)[^"\\s]+" rel="${linkRel}"$`);

/**
 * True when notes are in the one form that the sanitizer writes: three entities, allowed tags without attributes, links
 * to an absolute address, every element closed in order. Such notes are safe as they stand.
 */
export function areCanonical(html: string): boolean {
  if (/&(?!(?:amp|lt|gt);)/.test(html)) return false;
  const [text = "", ...pieces] = html.split("<");
  const open: string[] = [];
  return !text.includes(">") && pieces.every((piece) => fits(piece, open)) && open.length === 0;
}

/** `piece` is a tag without its "<" and the text after it. */
function fits(piece: string, open: string[]): boolean {
  const end = piece.indexOf(">");
  if (end < 0 || piece.includes(">", end + 1)) return false;
  const tag = piece.slice(0, end);
  if (empty.has(tag)) return true;
  if (tag.startsWith("/")) return open.pop() === tag.slice(1);
  if (paired.has(tag)) return open.push(tag) <= maxDepth;
  return link.test(tag) && open.push("a") <= maxDepth;
}

/**
 * Where a link leads, as the notes keep it; null: nowhere we allow. Browsers drop tabs and line ends inside an address and
 * trim the rest (WHATWG URL §4.4), so it is judged after that.
 */
export function linkAddress(raw: string): string | null {
  const href = legalText(raw)
    .replace(/[\t\n]/g, "")
    .trim()
    .replace(/["<>\s]/g, encodeURIComponent)
    .replace(/^[a-z]+:/i, (scheme) => scheme.toLowerCase());
  return /^(?:https?:\/\/|mailto:)./.test(href) && URL.canParse(href) ? href : null;
}
