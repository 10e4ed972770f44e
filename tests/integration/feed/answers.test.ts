import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { GET, HEAD } from "@/app/(listen)/[show]/feed.xml/route";
import { suspendUser } from "@/lib/accounts/mutations";
import { keysOf } from "@/lib/feed/rendering";
import { store } from "@/lib/media/store";
import { changeShow, deleteShow } from "@/lib/shows/mutations";
import { showChangesSchema } from "@/lib/shows/schema";
import { setClock } from "@/tests/support/clock";
import { useDatabase } from "@/tests/support/database";
import { feedOf } from "@/tests/support/feeds";
import { makeOwner } from "@/tests/support/people";
import { call } from "@/tests/support/requests";
import { makeCompleteShow, makePublished, makeShow } from "@/tests/support/shows";
import { bytesOf, eachStore, useStore } from "@/tests/support/stores";

useDatabase();

const ask = (show: string, headers: Record<string, string> = {}) => call(GET, { show }, { headers });
const head = (show: string, headers: Record<string, string> = {}) => call(HEAD, { show }, { headers, method: "HEAD" });

async function makeHouse(at?: Date) {
  const owner = await makeOwner();
  const show = await makeCompleteShow(owner);
  await makePublished(owner, show, {}, at);
  return { owner, show };
}

eachStore("a feed over HTTP", () => {
  it("is XML that caches may keep for a minute", async () => {
    const { show } = await makeHouse();
    const answer = await ask(show.slug);
    const body = await bytesOf(answer.body);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/rss+xml; charset=utf-8",
      "content-length": `${body.length}`,
      "cache-control": "public, max-age=60",
      "accept-ranges": "bytes",
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "Content-Range, Accept-Ranges, Content-Length, ETag",
      etag: expect.stringMatching(/^"[^"]+"$/),
      "last-modified": expect.stringMatching(/ GMT$/),
      vary: "Accept-Encoding",
    });
    expect(body.toString()).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<rss version="2.0"/);
  });

  it.each([
    ["gzip", gunzipSync],
    ["br", brotliDecompressSync],
  ])("comes in %s to whoever takes that, under an ETag of its own", async (coding, unzip) => {
    const { show } = await makeHouse();
    const plain = await ask(show.slug);
    const coded = await ask(show.slug, { "accept-encoding": coding });
    expect(Object.fromEntries(coded.headers)).toMatchObject({ "content-encoding": coding, vary: "Accept-Encoding" });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(unzip(await bytesOf(coded.body))).toEqual(await bytesOf(plain.body));
    const tags = ["identity", "gzip", "br"].map(async (each) => {
      return (await head(show.slug, { "accept-encoding": each })).headers.get("etag");
    });
    expect(new Set(await Promise.all(tags)).size).toBe(3);
    const known = { "accept-encoding": coding, "if-none-match": coded.headers.get("etag") ?? "" };
    expect((await ask(show.slug, known)).status).toBe(304);
    expect((await ask(show.slug, { ...known, "accept-encoding": "identity" })).status).toBe(200);
  });

  it("has ranges of the coding that it comes in", async () => {
    const { show } = await makeHouse();
    const whole = await bytesOf((await ask(show.slug, { "accept-encoding": "br" })).body);
    const part = await ask(show.slug, { "accept-encoding": "br", range: "bytes=10-19" });
    expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 10-19/${whole.length}`]);
    expect(await bytesOf(part.body)).toEqual(whole.subarray(10, 20));
  });

  it("is not sent again to whoever has it, by ETag or by date", async () => {
    const { show } = await makeHouse();
    const first = await head(show.slug);
    const [etag, date] = [first.headers.get("etag") ?? "", first.headers.get("last-modified") ?? ""];
    const conditions = [
      ["if-none-match", etag],
      ["if-none-match", `W/${etag}`],
      ["if-modified-since", date],
    ];
    for (const condition of conditions) {
      const answer = await ask(show.slug, Object.fromEntries([condition]));
      expect([answer.status, answer.body]).toEqual([304, null]);
      expect(Object.fromEntries(answer.headers)).toMatchObject({ etag, vary: "Accept-Encoding" });
    }
    const since = { "if-modified-since": new Date(Date.parse(date) - 1000).toUTCString() };
    expect((await head(show.slug, since)).status).toBe(200);
  });

  it("changes both ETags and the date when something is saved", async () => {
    const { show } = await makeHouse();
    const before = await head(show.slug);
    await changeShow(show, show.version, showChangesSchema.parse({ title: "Changed" }), new Date());
    const [etag, date] = [before.headers.get("etag") ?? "", before.headers.get("last-modified") ?? ""];
    expect((await ask(show.slug, { "if-none-match": etag })).status).toBe(200);
    expect((await ask(show.slug, { "if-modified-since": date })).status).toBe(200);
  });

  it("answers HEAD with the headers of GET and no body", async () => {
    const { show } = await makeHouse();
    const [short, long] = [await head(show.slug), await ask(show.slug)];
    expect([short.status, short.body]).toEqual([200, null]);
    expect(Object.fromEntries(short.headers)).toEqual(Object.fromEntries(long.headers));
    await long.body?.cancel();
  });

  it("is rendered once more when its object was lost from the store", async () => {
    const { show } = await makeHouse();
    const before = await bytesOf((await ask(show.slug)).body);
    for (const key of keysOf(await feedOf(show))) await store().delete(key);
    const answer = await ask(show.slug);
    expect([answer.status, await bytesOf(answer.body)]).toEqual([200, before]);
  });
});

describe("the address of a feed", () => {
  useStore();

  it("holds its scheduled episode when it is due, and is fresh no longer than until then", async () => {
    const { owner, show } = await makeHouse(new Date("2026-04-01T00:00:00Z"));
    await makePublished(owner, show, { title: "Due" }, new Date("2100-01-01T12:00:00Z"));
    const at = async (now: string) => {
      setClock(now);
      const answer = await ask(show.slug);
      const [xml, caching] = [(await bytesOf(answer.body)).toString(), answer.headers.get("cache-control")];
      return [xml.includes("<title>Due</title>"), caching];
    };
    expect(await at("2100-01-01T11:00:00Z")).toEqual([false, "public, max-age=60"]);
    expect(await at("2100-01-01T11:59:18Z")).toEqual([false, "public, max-age=42"]);
    expect(await at("2100-01-01T11:59:59.500Z")).toEqual([false, "public, max-age=0"]);
    expect(await at("2100-01-01T12:00:00Z")).toEqual([true, "public, max-age=60"]);
  });

  it("moves with the show: the old one leads to the new one for ever", async () => {
    const { show } = await makeHouse();
    const old = show.slug;
    const slug = `new-${show.id.slice(-8)}`;
    await changeShow(show, show.version, showChangesSchema.parse({ slug }), new Date());
    const answer = await ask(old);
    expect([answer.status, answer.headers.get("location")]).toEqual([301, `http://localhost:3000/${slug}/feed.xml`]);
    expect(await (await ask(slug)).text()).toContain(`<itunes:new-feed-url>http://localhost:3000/${slug}/feed.xml`);
  });

  it("has nothing while the show lacks description or artwork, and for what nobody made", async () => {
    const bare = await makeShow(await makeOwner());
    expect((await ask(bare.slug)).status).toBe(404);
    expect((await ask("nobody-made-this")).status).toBe(404);
    expect((await ask("%00\0")).status).toBe(404);
  });

  it("has nothing for thirty days after the show was deleted, then it is gone", async () => {
    const { show } = await makeHouse();
    setClock("2100-01-01T00:00:00Z");
    await deleteShow(show, new Date());
    expect((await ask(show.slug)).status).toBe(404);
    setClock("2100-01-31T00:00:00Z");
    expect((await ask(show.slug)).status).toBe(410);
  });

  it("has nothing from the moment its only owner is suspended", async () => {
    const { owner, show } = await makeHouse();
    expect((await head(show.slug)).status).toBe(200);
    await suspendUser(owner.user, null, new Date());
    expect((await head(show.slug)).status).toBe(404);
  });
});
