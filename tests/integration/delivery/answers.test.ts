import { expect, it } from "vitest";
import { mediaHeaders } from "@/lib/delivery/media-headers";
import type { Deliverable } from "@/lib/delivery/plan";
import { toResponse } from "@/lib/delivery/response";
import { openStreams } from "@/lib/delivery/streams";
import { bytesOf, eachStore, patternBytes } from "@/tests/support/stores";

const size = 600_000;
const last = size - 1;
const bytes = patternBytes(size);
const tag = '"5f1c9be5"';
const exact = "Sun, 22 Nov 2026 10:00:00 GMT";
const before = "Sun, 22 Nov 2026 09:59:59 GMT";
const after = "Sun, 22 Nov 2026 10:00:01 GMT";
const nines = "9".repeat(30);

const object: Deliverable = {
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

const cases: Case[] = [
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

eachStore("an answer", (opened) => {
  const ask = async (headers: Record<string, string>, method = "GET", of = object) => {
    await opened().store.write(object.key, bytes, size);
    return toResponse(new Request("http://localhost/media/a.mp3", { method, headers }), of, opened().store);
  };

  it.each(cases)("to %o is %i with exactly its bytes", async (headers, status, start = 0, end = last) => {
    const answer = await ask(headers);
    const body = await bytesOf(answer.body);
    expect(answer.status).toBe(status);
    const sent = status === 200 || status === 206 ? bytes.subarray(start, end + 1) : Buffer.alloc(0);
    expect(body.equals(sent)).toBe(true);
    expect(answer.headers.get("content-length")).toBe(status === 304 ? null : `${sent.length}`);
    expect(answer.headers.get("content-range")).toBe(contentRangeOf(status, start, end));
    expect(answer.headers.get("etag")).toBe(tag);
    expect(answer.headers.get("accept-ranges")).toBe("bytes");
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(answer.headers.get("cache-control")).toBe(status < 400 ? "public, max-age=3600" : "no-store");
    for (const [name, value] of Object.entries(mediaHeaders())) expect(answer.headers.get(name)).toBe(value);
    expect(openStreams()).toBe(0);
  });

  it.each(cases)("to HEAD with %o has the header of GET without Range, and no body", async (headers) => {
    const { range: _, ...conditions } = headers;
    const [head, get] = [await ask(headers, "HEAD"), await ask(conditions)];
    await get.body?.cancel();
    expect(head.body).toBeNull();
    expect(head.status).toBe(get.status);
    expect([...head.headers]).toEqual([...get.headers]);
  });

  it("for an object that is gone from the store is left to the caller", async () => {
    const gone = { ...object, key: "media/gone.mp3" };
    await expect(ask({}, "GET", gone)).rejects.toThrow("There is no media/gone.mp3 in the store.");
    expect(openStreams()).toBe(0);
  });

  it.each([
    ["shorter", size + 1],
    ["longer", size - 1],
  ])("breaks off, with no wrong byte, when the object is %s than it should be", async (_, wrong) => {
    const received: Uint8Array[] = [];
    const reading = async () => {
      const answer = await ask({}, "GET", { ...object, size: wrong });
      for await (const chunk of answer.body ?? []) received.push(chunk);
    };
    await expect(reading()).rejects.toThrow();
    const got = Buffer.concat(received);
    expect(got.length).toBeLessThan(wrong);
    expect(bytes.subarray(0, got.length).equals(got)).toBe(true);
    expect(openStreams()).toBe(0);
  });
});

function contentRangeOf(status: number, start: number, end: number): string | null {
  if (status === 416) return `bytes */${size}`;
  return status === 206 ? `bytes ${start}-${end}/${size}` : null;
}
