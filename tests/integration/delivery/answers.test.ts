import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { asker } from "@/lib/delivery/judge/ask";
import { type Answered, type HttpCase, headersOf, type Outcome, outcomeOf } from "@/lib/delivery/judge/case";
import { httpCases } from "@/lib/delivery/judge/table";
import { faultIn } from "@/lib/delivery/judge/verdict";
import { mediaHeaders } from "@/lib/delivery/media-headers";
import { openStreams } from "@/lib/delivery/streams";
import { bytes, object, size, subject } from "@/tests/support/delivered";
import { type Lane, laneNames, openLane } from "@/tests/support/lanes";
import { eachStore } from "@/tests/support/stores";

it("The table has at least 120 cases, each under its own name and with its reason", () => {
  expect(httpCases.length).toBeGreaterThanOrEqual(120);
  expect(new Set(httpCases.map(({ name }) => name)).size).toBe(httpCases.length);
  for (const { why, section } of httpCases) expect([why.length > 30, section.length > 5]).toEqual([true, true]);
});

eachStore("an answer", (opened) => {
  describe.each(laneNames)("of %s", (name) => {
    let lane: Lane;
    const client = asker(1);
    afterAll(() => client.close());
    beforeAll(async () => {
      await opened().store.write(object.key, bytes, size);
      lane = await openLane(name, opened().store, object);
      return () => lane.close();
    });

    const ask = (method: string, headers: Record<string, string>) => {
      const asking = { method, headers, limit: Number.POSITIVE_INFINITY, patience: 30_000 };
      return client.ask(new URL(lane.url), { ...asking, signal: new AbortController().signal });
    };
    const freed = () => vi.waitFor(() => expect(openStreams()).toBe(0), { interval: 2 });

    it.each(httpCases)("to $method for $name is right, to the byte", async (asked) => {
      const answer = await ask(asked.method, headersOf(asked, subject));
      expect(faultIn(answer, asked, subject)).toBeNull();
      if (asked.method !== "OPTIONS") expectOurs(answer, asked);
      await freed();
    });

    // No HEAD comes as far as the cache.
    const asHead = httpCases.filter(({ method }) => method === "GET" && name !== "the express lane from its cache");
    it.each(asHead)("to HEAD for $name has the header of GET without Range", async (asked) => {
      const { range: _, ...conditions } = headersOf(asked, subject);
      const [head, get] = [await ask("HEAD", headersOf(asked, subject)), await ask("GET", conditions)];
      expect(head.body).toHaveLength(0);
      expect(head.status).toBe(get.status);
      expect(lasting(head)).toEqual(lasting(get));
    });

    it("for an object that is gone from the store is left to the caller", async () => {
      lane.deliver({ ...object, key: "media/gone.mp3" });
      expect((await ask("GET", {})).status).toBe(500);
      lane.deliver(object);
      expect(String(lane.refusals.at(-1))).toContain("There is no media/gone.mp3 in the store.");
      await freed();
    });

    it("breaks off, with no wrong byte, when the object is shorter than it should be", async () => {
      const shorter = { ...object, key: "media/shorter.mp3", size: size + 100_000 };
      await opened().store.write(shorter.key, bytes, size);
      lane.deliver(shorter);
      const received: Uint8Array[] = [];
      const reading = async () => {
        for await (const chunk of (await fetch(lane.url)).body ?? []) received.push(chunk);
      };
      await expect(reading()).rejects.toThrow();
      lane.deliver(object);
      const got = Buffer.concat(received);
      expect(bytes.subarray(0, got.length).equals(got)).toBe(true);
      await freed();
    });
  });
});

/** More than any server must do: what every answer of ours looks like, byte by byte. Nothing else the RFC allows will do. */
function expectOurs({ status, headers, body }: Answered, asked: HttpCase): void {
  const outcome = outcomeOf(asked, subject);
  expect(status).toBe(outcome.status);
  if (status >= 400) expectWords(headers, body, asked);
  else {
    const all = bytesOf(outcome);
    expect(body.equals(asked.method === "HEAD" ? Buffer.of() : all)).toBe(true);
    expect(headers["content-length"]).toBe(status === 304 ? undefined : `${all.length}`);
  }
  expect(headers["content-range"]).toBe(contentRangeOf(outcome));
  expect(headers.etag).toBe(object.etag);
  expect(headers["accept-ranges"]).toBe("bytes");
  expect(headers["content-encoding"]).toBeUndefined();
  expect(headers["cache-control"]).toBe(status < 400 ? object.cacheControl : "no-store");
  for (const [header, value] of Object.entries(mediaHeaders())) expect(headers[header.toLowerCase()]).toBe(value);
}

/** A refusal is a small text. */
function expectWords(headers: Answered["headers"], body: Buffer, { method }: HttpCase): void {
  expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
  expect(Number(headers["content-length"])).toBeLessThan(100);
  if (method !== "HEAD") expect(body.toString()).toMatch(/^It .+\.\n$/);
}

function bytesOf(outcome: Outcome): Buffer {
  if (outcome.status === 206) return bytes.subarray(outcome.start, outcome.end + 1);
  return outcome.status === 200 ? bytes : Buffer.of();
}

function contentRangeOf(outcome: Outcome): string | undefined {
  if (outcome.status === 206) return `bytes ${outcome.start}-${outcome.end}/${size}`;
  return outcome.status === 416 ? `bytes */${size}` : undefined;
}

/** All but what belongs to the connection and the moment. */
function lasting({ headers }: Answered): Record<string, string> {
  const { date: _, connection: __, "keep-alive": ___, ...rest } = headers;
  return rest;
}
