import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mediaHeaders } from "@/lib/delivery/media-headers";
import { type Deliverable, plan } from "@/lib/delivery/plan";

const audio: Deliverable = {
  key: "media/a.mp3",
  size: 1000,
  etag: '"e"',
  lastModified: new Date("2026-11-22T10:00:00.750Z"),
  contentType: "audio/mpeg",
  cacheControl: "public, max-age=3600",
  headers: mediaHeaders(),
};
const feed: Deliverable = {
  ...audio,
  contentType: "application/rss+xml; charset=utf-8",
  headers: { Vary: "Accept-Encoding", "Content-Encoding": "gzip", Link: '<https://x/feed.xml>; rel="self"' },
};
const modified = "Sun, 22 Nov 2026 10:00:00 GMT";
const ask = (headers: Record<string, string> = {}, object = audio, method = "GET") =>
  plan({ method, headers: new Headers(headers) }, object);

describe("the plan for a request", () => {
  it("without conditions is the whole, with everything a player needs to come back for a range", () => {
    expect(ask()).toEqual({
      status: 200,
      body: "whole",
      headers: {
        ...mediaHeaders(),
        "Content-Type": "audio/mpeg",
        "Content-Length": "1000",
        "Accept-Ranges": "bytes",
        ETag: '"e"',
        "Last-Modified": modified,
        "Cache-Control": "public, max-age=3600",
      },
    });
  });

  it("for a range is 206 with the headers of the 200 and the length of the part", () => {
    const { status, headers, body } = ask({ range: "bytes=10-19" });
    expect([status, body]).toEqual([206, { start: 10, end: 19 }]);
    expect(headers).toEqual({ ...ask().headers, "Content-Length": "10", "Content-Range": "bytes 10-19/1000" });
  });

  it("for HEAD is the header of the 200 without a body, and Range means nothing", () => {
    expect(ask({ range: "bytes=10-19" }, audio, "HEAD")).toEqual({ ...ask(), body: null });
    expect(ask({ range: "bytes=5000-" }, audio, "HEAD").status).toBe(200);
  });

  it("that is not modified keeps validators and caching and says nothing of a body", () => {
    const { status, headers, body } = ask({ "if-none-match": '"e"', range: "bytes=5000-" });
    expect([status, body]).toEqual([304, null]);
    const { "Content-Type": _type, "Content-Length": _length, ...rest } = ask().headers;
    expect(headers).toEqual(rest);
  });

  it("for a feed keeps Vary and Link in every answer, and the coding only where there is content", () => {
    const asked: Record<string, string>[] = [
      {},
      { range: "bytes=0-1" },
      { "if-none-match": '"e"' },
      { range: "bytes=5000-" },
    ];
    const answers = asked.map((headers) => ask(headers, feed));
    expect(answers.map(({ status }) => status)).toEqual([200, 206, 304, 416]);
    for (const { headers } of answers)
      expect(headers).toMatchObject({ Vary: "Accept-Encoding", Link: expect.any(String) });
    expect(answers.map(({ headers }) => headers["Content-Encoding"])).toEqual(["gzip", "gzip", undefined, undefined]);
  });

  it("cannot be satisfied: names the size, may not be cached, and is readable by web players", () => {
    const { status, headers, body } = ask({ range: "bytes=1000-" });
    expect([status, body]).toEqual([416, null]);
    expect(headers).toMatchObject({ ...mediaHeaders(), "Content-Range": "bytes */1000", "Cache-Control": "no-store" });
  });

  it("takes no date in If-Range where two codings share it", () => {
    const conditions = { range: "bytes=0-1", "if-range": modified };
    expect([ask(conditions, audio).status, ask(conditions, feed).status]).toEqual([206, 200]);
  });

  it("opens nothing for an empty object", () => {
    const empty = { ...audio, size: 0 };
    expect(ask({}, empty)).toMatchObject({ status: 200, body: null, headers: { "Content-Length": "0" } });
    expect(ask({ range: "bytes=0-" }, empty).status).toBe(200);
  });
});

it("whatever is asked, length, range and body agree", () => {
  const tag = fc.constantFrom('"e"', 'W/"e"', '"x"', "*", modified, "nonsense");
  const range = fc
    .tuple(fc.nat(1200), fc.nat(1200))
    .chain(([a, b]) => fc.constantFrom(`bytes=${a}-${b}`, `bytes=-${a}`, `bytes=${a}-`));
  const conditions = fc.record({ range, "if-range": tag, "if-match": tag, "if-none-match": tag }, { requiredKeys: [] });
  fc.assert(
    fc.property(conditions, fc.constantFrom("GET", "HEAD"), (headers, method) => {
      const { status, body, headers: given } = ask(headers, audio, method);
      expect(body === null).toBe(method === "HEAD" || ![200, 206].includes(status));
      expect("Content-Range" in given).toBe(status === 206 || status === 416);
      if (body === "whole") expect(given["Content-Length"]).toBe("1000");
      if (body !== null && body !== "whole")
        expect(given["Content-Range"]).toBe(`bytes ${body.start}-${body.end}/1000`);
    }),
  );
});
