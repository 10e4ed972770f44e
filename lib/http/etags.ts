/** `opaque` keeps its quotes. */
export type EntityTag = { weak: boolean; opaque: string };

const entityTag = /(W\/)?("[\x21\x23-\x7e\x80-\xff]*")/y;
const separator = /[ \t,]*/y;

/** One entity-tag as in RFC 9110 §8.8.3, or null. */
export function parseEntityTag(value: string): EntityTag | null {
  const tags = parseEntityTags(value);
  return tags !== "*" && tags.length === 1 ? (tags[0] ?? null) : null;
}

/** The value of If-Match or If-None-Match: `*` or a list. A malformed list is empty, since half a list says nothing. */
export function parseEntityTags(header: string): EntityTag[] | "*" {
  if (/^[ \t]*\*[ \t]*$/.test(header)) return "*";
  const tags: EntityTag[] = [];
  let at = skip(separator, header, 0);
  while (at < header.length) {
    entityTag.lastIndex = at;
    const found = entityTag.exec(header);
    if (!found) return [];
    tags.push({ weak: found[1] !== undefined, opaque: found[2] ?? "" });
    const after = entityTag.lastIndex;
    at = skip(separator, header, after);
    if (at < header.length && !header.slice(after, at).includes(",")) return [];
  }
  return tags;
}

/** Weak comparison (RFC 9110 §8.8.3.2): the opaque parts are the same. */
export function weaklyEqual(a: EntityTag, b: EntityTag): boolean {
  return a.opaque === b.opaque;
}

/** Strong comparison (RFC 9110 §8.8.3.2): the same, and neither is weak. */
export function stronglyEqual(a: EntityTag, b: EntityTag): boolean {
  return !a.weak && !b.weak && a.opaque === b.opaque;
}

/** The strong ETag of what has this SHA-256, given in hex: the same on every store. */
export function etagOf(sha256: string): string {
  return `"${sha256}"`;
}

function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  pattern.test(text);
  return pattern.lastIndex;
}
