// Anything outside XML 1.0's Char production; with the u flag a lone surrogate counts as a character of its own.
const illegal = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** The text without what XML 1.0 §2.2 forbids (control characters, lone surrogates, U+FFFE/F); line ends become \n. */
export function legalText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(illegal, "");
}

/** One trimmed line of at most `max` UTF-16 units; white space collapses, no visible character is split. */
export function oneLine(text: string, max: number): string {
  const line = legalText(text).replace(/\s+/g, " ").trim();
  return line.length <= max ? line : wholeGraphemes(line, max).trimEnd();
}

/** The beginning of a text as one line of about `max` UTF-16 units, cut after a word where there is one; says "…" where something is missing. */
export function firstWords(text: string, max: number): string {
  const line = oneLine(text, Number.POSITIVE_INFINITY);
  return line.length <= max ? line : `${wholeWords(oneLine(line, max))}…`;
}

/** At most `maxBytes` of UTF-8, cut after a word where there is one; says "…" where something is missing. */
export function cutText(text: string, maxBytes: number): string {
  if (Buffer.byteLength(text) <= maxBytes) return text;
  const room = maxBytes - Buffer.byteLength("…");
  return room < 0 ? "" : `${wholeWords(firstBytes(text, room))}…`;
}

function wholeGraphemes(line: string, max: number): string {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(line)) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  return line.slice(0, end);
}

function firstBytes(text: string, room: number): string {
  const bytes = Buffer.from(text);
  let end = Math.min(room, bytes.length);
  while (end > 0 && isContinuation(bytes[end])) end--;
  return bytes.toString("utf8", 0, end);
}

const isContinuation = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80;

/** Scripts without spaces have no word end near: their text is kept up to the last character. */
function wholeWords(text: string): string {
  const end = text.search(/\s\S{0,40}$/u);
  return (end > 0 ? text.slice(0, end) : text).trimEnd();
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for an element or a quoted attribute, of XML and HTML. */
export function escapeXml(text: string): string {
  return legalText(text).replace(/[&<>"]/g, (character) => entities[character] ?? "");
}
