import { mediaHeaders } from "@/lib/delivery/media-headers";
import type { Deliverable } from "@/lib/delivery/plan";
import { patternBytes } from "@/tests/support/stores";

export const size = 600_000;
export const last = size - 1;
export const bytes = patternBytes(size);
export const tag = '"5f1c9be5"';
const exact = "Sun, 22 Nov 2026 10:00:00 GMT";
const before = "Sun, 22 Nov 2026 09:59:59 GMT";
const after = "Sun, 22 Nov 2026 10:00:01 GMT";
const nines = "9".repeat(30);

export const object: Deliverable = {
  key: "media/answers.mp3",
  size,
  etag: tag,
  lastModified: new Date("2026-11-22T10:00:00.500Z"),
  contentType: "audio/mpeg",
  cacheControl: "public, max-age=3600",
  headers: mediaHeaders(),
};

/** What is asked, and the status; for 206 also the first and last byte. */
type Case = [headers: Record<string, string>, status: number, start?: number, end?: number];

const range = (value: string, rest: Record<string, string> = {}) => ({ range: value, ...rest });

export const cases: Case[] = [
  [{}, 200],
  [range("bytes=0-1"), 206, 0, 1],
  [range("bytes=0-0"), 206, 0, 0],
  [range("bytes=0-"), 206, 0, last],
  [range(`bytes=0-${last}`), 206, 0, last],
  [range(`bytes=0-${size}`), 206, 0, last],
  [range("bytes=1-"), 206, 1, last],
  [range("bytes=262143-262144"), 206, 262_143, 262_144],
  [range("bytes=262144-"), 206, 262_144, last],
  [range("bytes=100000-500000"), 206, 100_000, 500_000],
  [range("bytes=599990-600990"), 206, 599_990, last],
  [range(`bytes=${last}-`), 206, last, last],
  [range(`bytes=${last}-${last}`), 206, last, last],
  [range("bytes=-1"), 206, last, last],
  [range("bytes=-10"), 206, size - 10, last],
  [range(`bytes=-${size}`), 206, 0, last],
  [range("bytes=-5000000"), 206, 0, last],
  [range(`bytes=-${nines}`), 206, 0, last],
  [range(`bytes=0-${nines}`), 206, 0, last],
  [range("bytes=5-9223372036854775808"), 206, 5, last],
  [range("bytes=0005-0007"), 206, 5, 7],
  [range("BYTES=0-1"), 206, 0, 1],
  [range("bytes=0-1,"), 206, 0, 1],
  [range(`bytes=${size}-`), 416],
  [range(`bytes=${size}-${size + 1}`), 416],
  [range("bytes=-0"), 416],
  [range(`bytes=${nines}-`), 416],
  [range("bytes=5-2"), 200],
  [range("bytes=abc"), 200],
  [range("bytes=10"), 200],
  [range("bytes="), 200],
  [range("bytes=-"), 200],
  [range("bytes=--1"), 200],
  [range("bytes=1.5-3"), 200],
  [range("items=0-1"), 200],
  [range("0-1"), 200],
  [range("bytes=0-1,4-5"), 200],
  [range("bytes=0-1,5000000-"), 200],
  [range("bytes=5000000-,6000000-"), 200],
  [range("bytes=0-,0-,0-"), 200],
  [range(`bytes=${"0-,".repeat(1000)}`), 200],
  [{ "if-none-match": tag }, 304],
  [{ "if-none-match": `W/${tag}` }, 304],
  [{ "if-none-match": `"x", ${tag}` }, 304],
  [{ "if-none-match": "*" }, 304],
  [{ "if-none-match": '"x"' }, 200],
  [{ "if-none-match": "5f1c9be5" }, 200],
  [range("bytes=0-1", { "if-none-match": tag }), 304],
  [range(`bytes=${size}-`, { "if-none-match": tag }), 304],
  [range("bytes=0-1", { "if-none-match": '"x"' }), 206, 0, 1],
  [{ "if-modified-since": exact }, 304],
  [{ "if-modified-since": after }, 304],
  [{ "if-modified-since": before }, 200],
  [{ "if-modified-since": "yesterday" }, 200],
  [{ "if-none-match": '"x"', "if-modified-since": exact }, 200],
  [{ "if-none-match": tag, "if-modified-since": before }, 304],
  [range("bytes=0-1", { "if-modified-since": exact }), 304],
  [{ "if-match": tag }, 200],
  [{ "if-match": "*" }, 200],
  [{ "if-match": `W/${tag}` }, 412],
  [{ "if-match": '"x"' }, 412],
  [range("bytes=0-1", { "if-match": '"x"' }), 412],
  [range("bytes=0-1", { "if-match": tag }), 206, 0, 1],
  [{ "if-match": '"x"', "if-none-match": tag }, 412],
  [{ "if-unmodified-since": exact }, 200],
  [{ "if-unmodified-since": before }, 412],
  [{ "if-match": tag, "if-unmodified-since": before }, 200],
  [range("bytes=0-1", { "if-range": tag }), 206, 0, 1],
  [range("bytes=0-1", { "if-range": `W/${tag}` }), 200],
  [range("bytes=0-1", { "if-range": '"x"' }), 200],
  [range("bytes=0-1", { "if-range": exact }), 206, 0, 1],
  [range("bytes=0-1", { "if-range": before }), 200],
  [range("bytes=0-1", { "if-range": after }), 200],
  [range("bytes=0-1", { "if-range": "nonsense" }), 200],
  [range(`bytes=${size}-`, { "if-range": '"x"' }), 200],
  [range(`bytes=${size}-`, { "if-range": tag }), 416],
  [{ "if-range": tag }, 200],
  [{ "accept-encoding": "gzip, br" }, 200],
];

export function contentRangeOf(status: number, start: number, end: number): string | null {
  if (status === 416) return `bytes */${size}`;
  return status === 206 ? `bytes ${start}-${end}/${size}` : null;
}
