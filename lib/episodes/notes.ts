import sanitizeHtml from "sanitize-html";
import { areCanonical, linkAddress, linkRel, maxDepth, pairedTags, voidTags } from "@/lib/episodes/notes-form";
import { legalText } from "@/lib/platform/text";

const rules: sanitizeHtml.IOptions = {
  allowedTags: [...pairedTags, ...voidTags, "a"],
  allowedAttributes: { a: ["href", "rel"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  nestingLimit: maxDepth,
  transformTags: { a: link },
  exclusiveFilter: ({ tag, attribs }) => (tag === "a" && !attribs.href ? "excludeTag" : false),
};

/**
 * Show notes through the one allow-list of editor, store, pages and feed. What it gives has one canonical form, which
 * it gives back unchanged, so cleaning stored notes again costs little. Text without tags stays text, escaped.
 */
export function cleanNotes(html: string): string {
  const legal = legalText(html);
  return areCanonical(legal) ? legal : legalText(sanitizeHtml(legal, rules));
}

/** The words of the notes on one line, for summaries and meta descriptions; not HTML: escape it where it is shown. */
export function notesText(html: string): string {
  return cleanNotes(html)
    .replace(/<\/?(?:a|b|strong|i|em|code)\b[^>]*>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** A link that leads nowhere we allow loses its address here, and its tag in the filter: its words stay. */
function link(tagName: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const href = linkAddress(attributes.href ?? "");
  return { tagName, attribs: href ? { href, rel: linkRel } : {} };
}
