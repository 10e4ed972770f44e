import { gunzipSync } from "node:zlib";
import { ask } from "./ask";
import { expect, socketTest as test } from "./fixtures";

// What a plan decides is shown case by case beside lib/delivery; here it is shown to arrive through Next and the server.

type Target = { name: string; coding: string; addressOf(demo: { feed: string; audio: string }): string };

const targets: Target[] = [
  { name: "an enclosure", coding: "identity", addressOf: ({ audio }) => audio },
  { name: "a feed", coding: "identity", addressOf: ({ feed }) => feed },
  { name: "a zipped feed", coding: "gzip", addressOf: ({ feed }) => feed },
  { name: "a feed in brotli", coding: "br", addressOf: ({ feed }) => feed },
];

/** The whole as it was before: what each case is built from and measured by. */
type Whole = { size: number; etag: string; lastModified: string };
type Case = [sentence: string, headers: (whole: Whole) => Record<string, string>, status: number, part?: Part];
type Part = (size: number) => [start: number, end: number];

const dayBefore = (date: string) => new Date(Date.parse(date) - 86_400_000).toUTCString();

const cases: Case[] = [
  ["the first bytes", () => ({ range: "bytes=0-99" }), 206, () => [0, 99]],
  ["one byte", () => ({ range: "bytes=7-7" }), 206, () => [7, 7]],
  ["what is left from a byte on", () => ({ range: "bytes=100-" }), 206, (size) => [100, size - 1]],
  ["the last byte", ({ size }) => ({ range: `bytes=${size - 1}-` }), 206, (size) => [size - 1, size - 1]],
  ["a suffix", () => ({ range: "bytes=-50" }), 206, (size) => [size - 50, size - 1]],
  ["a suffix longer than all", () => ({ range: "bytes=-99999999" }), 206, (size) => [0, size - 1]],
  ["an end beyond the end", () => ({ range: "bytes=20-99999999" }), 206, (size) => [20, size - 1]],
  ["a range beyond the end", ({ size }) => ({ range: `bytes=${size}-` }), 416],
  ["an empty suffix", () => ({ range: "bytes=-0" }), 416],
  ["several ranges", () => ({ range: "bytes=0-1,5-9" }), 200],
  ["a range that runs backwards", () => ({ range: "bytes=9-5" }), 200],
  ["a range without numbers", () => ({ range: "bytes=a-b" }), 200],
  ["a range in another unit", () => ({ range: "seconds=0-1" }), 200],
  ["a range of a version that still is", ({ etag }) => ({ range: "bytes=5-9", "if-range": etag }), 206, () => [5, 9]],
  ["a range of another version", () => ({ range: "bytes=5-9", "if-range": '"other"' }), 200],
  ["what has this ETag", ({ etag }) => ({ "if-none-match": etag }), 304],
  ["what has this ETag among others", ({ etag }) => ({ "if-none-match": `"x", W/${etag}` }), 304],
  ["what has another ETag", () => ({ "if-none-match": '"other"' }), 200],
  ["what has not changed since", ({ lastModified }) => ({ "if-modified-since": lastModified }), 304],
  ["what has changed since", ({ lastModified }) => ({ "if-modified-since": dayBefore(lastModified) }), 200],
  ["only what has another ETag", () => ({ "if-match": '"other"' }), 412],
  ["a page's data (RSC)", () => ({ rsc: "1", "next-router-prefetch": "1" }), 200],
  ["a part of a page's data", () => ({ rsc: "1", range: "bytes=5-9" }), 206, () => [5, 9]],
  ["a server action", () => ({ "next-action": "0".repeat(42) }), 200],
  ["to pass by a middleware", () => ({ "x-middleware-subrequest": "src/middleware:middleware:middleware" }), 200],
  ["to be told of another path", () => ({ "x-matched-path": "/healthz", "x-invoke-path": "/healthz" }), 200],
];

for (const { name, coding, addressOf } of targets)
  test.describe(name, () => {
    for (const [sentence, headersOf, status, part] of cases)
      test(`answers ${status} to who wants ${sentence}`, async ({ demo }) => {
        const address = addressOf({ feed: demo.feed, audio: demo.episodes[0]?.enclosure ?? "" });
        const whole = await ask(address, { headers: { "accept-encoding": coding } });
        const { etag = "", "last-modified": lastModified = "" } = whole.headers;
        const asked = headersOf({ size: whole.body.length, etag, lastModified });
        const answer = await ask(address, { headers: { "accept-encoding": coding, ...asked } });
        expect(answer.status).toBe(status);
        expect(answer.headers.etag).toBe(etag);
        expectPart(answer, whole.body, part?.(whole.body.length));
      });

    test("is whole, says how long it is, and HEAD says the same", async ({ demo }) => {
      const address = addressOf({ feed: demo.feed, audio: demo.episodes[0]?.enclosure ?? "" });
      const whole = await ask(address, { headers: { "accept-encoding": coding } });
      expect(whole.status).toBe(200);
      expect(whole.headers["accept-ranges"]).toBe("bytes");
      expect(whole.headers.etag).toMatch(/^"[^"]+"$/);
      expect(whole.headers["content-encoding"]).toBe(coding === "identity" ? undefined : coding);
      const head = await ask(address, { method: "HEAD", headers: { "accept-encoding": coding } });
      expect(head.body).toHaveLength(0);
      expect(lasting(head.headers)).toEqual(lasting(whole.headers));
      const ranged = await ask(address, { method: "HEAD", headers: { "accept-encoding": coding, range: "bytes=0-9" } });
      expect(ranged.status).toBe(200);
      expect(ranged.headers["content-length"]).toBe(`${whole.body.length}`);
    });
  });

test("a player on another site hears that it may ask for parts", async ({ demo }) => {
  const asked = { origin: "https://player.example", "access-control-request-method": "GET" };
  for (const address of [demo.feed, demo.episodes[0]?.enclosure ?? ""]) {
    const headers = { ...asked, "access-control-request-headers": "range" };
    const answer = await ask(address, { method: "OPTIONS", headers });
    expect([answer.status, answer.headers["access-control-allow-origin"]]).toEqual([204, "*"]);
    expect(answer.headers["access-control-allow-headers"]).toContain("Range");
  }
});

test("a feed is the same zipped or not, and says that it comes in two codings", async ({ demo }) => {
  const plain = await ask(demo.feed, { headers: { "accept-encoding": "identity" } });
  const zipped = await ask(demo.feed, { headers: { "accept-encoding": "gzip" } });
  expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
  expect(zipped.body.length).toBeLessThan(plain.body.length);
  expect(zipped.headers.etag).not.toBe(plain.headers.etag);
  for (const { headers } of [plain, zipped]) expect(headers.vary).toMatch(/accept-encoding/i);
});

function expectPart(
  { status, headers, body }: Awaited<ReturnType<typeof ask>>,
  whole: Buffer,
  part?: [number, number],
) {
  if (status === 304) return expect(body).toHaveLength(0);
  if (status === 416) expect(headers["content-range"]).toBe(`bytes */${whole.length}`);
  if (status === 206) expect(headers["content-range"]).toBe(`bytes ${part?.join("-")}/${whole.length}`);
  const [start, end] = part ?? [0, whole.length - 1];
  if (status >= 400) expect(body.toString()).toMatch(/^[A-Z].+\.\n$/); // a refusal says why
  const bytes = status < 300 ? whole.subarray(start, end + 1) : body;
  expect(body.equals(bytes)).toBe(true);
  expect(headers["content-length"]).toBe(`${bytes.length}`);
  expect(headers["transfer-encoding"]).toBeUndefined();
}

/** All but what is new with every request. */
function lasting({ date: _, "x-request-id": __, ...headers }: Awaited<ReturnType<typeof ask>>["headers"]) {
  return headers;
}
