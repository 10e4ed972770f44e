/** Inclusive on both ends, in bytes. */
export type ByteRange = { start: number; end: number };

// A list may hold empty elements (RFC 9110 §5.6.1.2): "bytes=0-1," is one range.
const rangeUnit = /^bytes=(?![ \t])(.*)$/i;
// Blanks are those that HTTP knows (§5.6.3): `trim` would take a no-break space for one.
const rangeSpec = /^[ \t]*(\d*)-(\d*)[ \t]*$/;
const isElement = (text: string): boolean => /[^ \t]/.test(text);

/**
 * Reads a Range header (RFC 9110 §14.1.2) against a representation of `size` bytes.
 * Null means "answer with the whole": no header, another unit, malformed, several ranges (which nobody needs and
 * which invite abuse, §14.2), or an empty representation, of which no range can be given.
 */
export function parseRange(header: string | null, size: number): ByteRange | "unsatisfiable" | null {
  const spec = header === null ? null : onlySpec(header);
  const digits = spec === null ? null : rangeSpec.exec(spec);
  if (!digits || size === 0) return null;
  const [, first = "", last = ""] = digits;
  if (first === "") return last === "" ? null : suffix(Number(last), size);
  // BigInt: beyond 2^53 two different numbers compare as equal.
  if (last !== "" && BigInt(last) < BigInt(first)) return null;
  const start = Number(first);
  if (start >= size) return "unsatisfiable";
  return { start, end: last === "" ? size - 1 : Math.min(Number(last), size - 1) };
}

/** How many bytes the range covers. */
export function rangeLength({ start, end }: ByteRange): number {
  return end - start + 1;
}

/** The Content-Range of a 206, or of a 416 when `range` is null (RFC 9110 §14.4). */
export function contentRange(range: ByteRange | null, size: number): string {
  return range ? `bytes ${range.start}-${range.end}/${size}` : `bytes */${size}`;
}

function onlySpec(header: string): string | null {
  const specs = (rangeUnit.exec(header)?.[1] ?? "").split(",").filter(isElement);
  return specs.length === 1 ? (specs[0] ?? null) : null;
}

function suffix(length: number, size: number): ByteRange | "unsatisfiable" {
  return length === 0 ? "unsatisfiable" : { start: Math.max(0, size - length), end: size - 1 };
}
