import { describe, expect, it, onTestFinished, vi } from "vitest";
import { removeEpisodeArtwork, setEpisodeArtwork } from "@/lib/episodes/artwork";
import {
  changeEpisode,
  deleteEpisode,
  publishEpisode,
  restoreEpisode,
  unpublishEpisode,
} from "@/lib/episodes/mutations";
import { findDeletedEpisodeFor } from "@/lib/episodes/queries";
import { episodeChangesSchema } from "@/lib/episodes/schema";
import { keysOf } from "@/lib/feed/rendering";
import { setShowArtwork } from "@/lib/media/artwork-mutations";
import { provideStore, store } from "@/lib/media/store";
import { sweepLeftovers } from "@/lib/media/sweep";
import { databaseUrl, db } from "@/lib/platform/db";
import { changeShow, deleteShow, restoreShow } from "@/lib/shows/mutations";
import { findDeletedShowFor } from "@/lib/shows/queries";
import { showChangesSchema } from "@/lib/shows/schema";
import { openStore } from "@/lib/storage/open";
import { appUrl } from "@/tests/support/app-url";
import { startChild } from "@/tests/support/child";
import { atOnce } from "@/tests/support/crowd";
import { useDatabase } from "@/tests/support/database";
import { countWrites, feedOf, xmlOf } from "@/tests/support/feeds";
import { makeOwner } from "@/tests/support/people";
import { picture } from "@/tests/support/pictures";
import {
  episodeOf,
  makeAudio,
  makeCompleteShow,
  makeDraft,
  makePublished,
  present,
  showOf,
} from "@/tests/support/shows";
import { freshSettings, useStore } from "@/tests/support/stores";

useDatabase();
useStore();

const HOUR = 3600_000;
const from = (start: Date, milliseconds: number) => new Date(start.getTime() + milliseconds);

async function makeHouse() {
  const owner = await makeOwner();
  const show = await makeCompleteShow(owner);
  return { owner, show, episode: await makePublished(owner, show) };
}
type House = Awaited<ReturnType<typeof makeHouse>>;

describe("a feed", () => {
  it("is rendered once and kept: the same object answers until something changes", async () => {
    const { show } = await makeHouse();
    const writes = countWrites();
    const first = await feedOf(show);
    expect([await feedOf(show), writes()]).toEqual([first, 3]);
  });

  it("rendered anew from the same state has the same bytes, ETag and date", async () => {
    const { show } = await makeHouse();
    const first = await feedOf(show);
    await db().feed.delete({ where: { showId: show.id } });
    const second = await feedOf(show, from(new Date(), 9 * HOUR));
    const { sha256, gzipSha256, lastModified } = first;
    expect(second).toMatchObject({ sha256, gzipSha256, lastModified });
    expect(second.key).not.toBe(first.key);
  });

  it("whose bytes a save left alone keeps its object", async () => {
    const { owner, show } = await makeHouse();
    const before = await feedOf(show);
    await db().show.update({ where: { id: show.id }, data: { feedVersion: { increment: 1 } } });
    const writes = countWrites();
    expect(await feedOf(await showOf(owner, show))).toEqual({ ...before, version: before.version + 1 });
    expect(writes()).toBe(0);
  });

  it("that was replaced has a later date, to the second, and its old object is swept after an hour", async () => {
    const { owner, show } = await makeHouse();
    const before = await feedOf(show);
    await changeShow(await showOf(owner, show), show.version, showChangesSchema.parse({ title: "B" }), new Date());
    const after = await feedOf(show);
    expect(after.lastModified.getTime()).toBeGreaterThanOrEqual(before.lastModified.getTime() + 1000);
    expect(after.lastModified.getTime() % 1000).toBe(0);
    await sweepLeftovers(from(new Date(), HOUR / 2));
    expect(await store().head(before.key)).not.toBeNull();
    await sweepLeftovers(from(new Date(), HOUR + 1000));
    for (const key of keysOf(before)) expect(await store().head(key)).toBeNull();
    expect(await store().head(after.key)).not.toBeNull();
  });

  it("of a show without artwork is none", async () => {
    const owner = await makeOwner();
    const show = await makeCompleteShow(owner);
    await db().show.update({ where: { id: show.id }, data: { artworkId: null } });
    await expect(feedOf(show)).rejects.toThrow("not there");
  });

  it("cut off before it was finished is rendered by whoever asks next, and leaves nothing behind", async () => {
    const { show } = await makeHouse();
    const real = store();
    provideStore({ ...real, write: (key, ...rest) => (key.endsWith(".gz") ? dies() : real.write(key, ...rest)) });
    await expect(feedOf(show)).rejects.toThrow("died");
    provideStore(real);
    const feed = await feedOf(show);
    await sweepLeftovers(from(new Date(), HOUR + 1000));
    const kept = await Array.fromAsync(real.list(`feeds/${show.id}/`), ({ key }) => key);
    expect(kept.sort()).toEqual(keysOf(feed).sort());
  });
});

const dies = (): Promise<never> => Promise.reject(new Error("died"));

describe("a feed asked for by many at once", () => {
  it("is rendered once in this process", async () => {
    const { show } = await makeHouse();
    const writes = countWrites();
    const feeds = await Promise.all(Array.from({ length: 20 }, () => feedOf(show)));
    expect(new Set(feeds.map(({ key }) => key)).size).toBe(1);
    expect(writes()).toBe(3);
    // Each attempt at rendering says beforehand what it may leave behind.
    expect(await db().leftover.count({ where: { key: { startsWith: `feeds/${show.id}/` } } })).toBe(0);
  });

  it("is rendered once among several processes", async () => {
    const { show } = await makeHouse();
    const settings = await freshSettings("filesystem");
    const env = { DATABASE_URL: databaseUrl(), APP_SECRET: "x".repeat(32), LONGWAVE_DATA_DIR: settings.dataDir };
    const start = () => startChild("tests/support/feed-asker.ts", env, [show.id]);
    const children = await atOnce("Feed", "ACCESS EXCLUSIVE", [start, start, start]);
    const answers = await Promise.all(children.map((child) => child.said(/feed: (\S+)/)));
    expect(new Set(answers.map(([, key]) => key)).size).toBe(1);
    const kept = await Array.fromAsync(openStore(settings).list("feeds/"));
    expect(kept).toHaveLength(3);
  }, 60_000);

  it("while a save commits shows that save to whoever asks after it", async () => {
    const { owner, show } = await makeHouse();
    const real = store();
    const { promise: saved, resolve } = Promise.withResolvers<void>();
    const writing = Promise.withResolvers<void>();
    provideStore({
      ...real,
      write: async (...given) => {
        writing.resolve();
        await saved;
        return real.write(...given);
      },
    });
    const early = feedOf(show);
    await writing.promise;
    const change = showChangesSchema.parse({ title: "Saved meanwhile" });
    await changeShow(await showOf(owner, show), show.version, change, new Date());
    const late = xmlOf(show);
    resolve();
    provideStore(real);
    await early;
    expect(await late).toContain("<title>Saved meanwhile</title>");
  });

  it("of many shows at once does not lock up the pool of connections, though the store dawdles", async () => {
    const owner = await makeOwner();
    const shows = [];
    while (shows.length < 24) shows.push(await makeCompleteShow(owner));
    const real = store();
    const { promise: goesOn, resolve } = Promise.withResolvers<void>();
    const write = vi.fn(async (...given: Parameters<typeof real.write>) => goesOn.then(() => real.write(...given)));
    provideStore({ ...real, write });
    onTestFinished(() => provideStore(real));
    const feeds = Promise.all(shows.map((show) => feedOf(show)));
    await vi.waitFor(() => expect(write).toHaveBeenCalledTimes(3), { timeout: 10_000 });
    for (const _ of shows) await db().$queryRaw`SELECT 1`;
    resolve();
    expect(await feeds).toHaveLength(24);
  });
});

/** Every write that a feed can show. */
const writes: [what: string, shows: RegExp | null, write: (house: House) => Promise<unknown>][] = [
  ["changing the show", /<title>Renamed/, ({ show }) => save(show, { title: "Renamed" })],
  [
    "moving the show",
    /<itunes:new-feed-url>.*\/moved-\w+\/feed.xml/,
    ({ show }) => save(show, { slug: movedTo(show) }),
  ],
  ["giving the show artwork", /media\/artwork/, async ({ show }) => setShowArtwork(show, await picture(), new Date())],
  ["changing an episode", /<title>Retold/, ({ episode }) => retell(episode)],
  ["replacing its audio", /\.mp3/, ({ show, episode }) => replaceAudio(show, episode)],
  [
    "giving it artwork",
    /<itunes:image/,
    async ({ episode }) => setEpisodeArtwork(episode, await picture(), new Date()),
  ],
  [
    "back-dating it",
    /2020 00:00:00 GMT/,
    ({ episode }) => publishEpisode(episode, new Date(Date.UTC(2020, 0)), new Date()),
  ],
  ["taking it back", null, ({ episode }) => unpublishEpisode(episode, new Date())],
  ["deleting it", null, ({ episode }) => deleteEpisode(episode, new Date())],
  ["publishing another", /Another/, ({ owner, show }) => makePublished(owner, show, { title: "Another" })],
];

describe("a feed follows", () => {
  it.each(writes)("%s", async (_, shows, write) => {
    const house = await makeHouse();
    const before = await xmlOf(house.show);
    await write(house);
    const after = await xmlOf(house.show);
    expect(after).not.toBe(before);
    if (shows) expect(after).toMatch(shows);
    else expect(after).not.toContain("<item>");
  });

  it("bringing an episode back, with the same GUID and date", async () => {
    const { owner, show, episode } = await makeHouse();
    const items = async () => (await xmlOf(show)).split("<item>").slice(1);
    const before = await items();
    await deleteEpisode(episode, new Date());
    expect(await items()).toEqual([]);
    const deleted = present(await findDeletedEpisodeFor(owner.actor, episode.id, "editor", new Date()));
    await restoreEpisode(deleted, new Date());
    expect(await items()).toEqual(before);
  });

  it("taking an episode's own artwork off", async () => {
    const { owner, show, episode } = await makeHouse();
    await setEpisodeArtwork(episode, await picture(), new Date());
    expect((await xmlOf(show)).match(/<itunes:image/g)).toHaveLength(2);
    await removeEpisodeArtwork(await episodeOf(owner, episode), new Date());
    expect((await xmlOf(show)).match(/<itunes:image/g)).toHaveLength(1);
  });

  it("bringing the show back", async () => {
    const { owner, show } = await makeHouse();
    const before = await feedOf(show);
    await deleteShow(show, new Date());
    await restoreShow(present(await findDeletedShowFor(owner.actor, show.slug, "admin", new Date())), new Date());
    expect((await feedOf(show)).version).toBeGreaterThan(before.version);
  });

  it("no draft, whatever is done to it", async () => {
    const { owner, show } = await makeHouse();
    const before = await feedOf(show);
    const draft = await makeDraft(owner, show, { media: (await makeAudio(show)).id });
    await changeEpisode(draft, draft.version, episodeChangesSchema.parse({ title: "Quiet" }), new Date());
    await deleteEpisode(draft, new Date());
    expect(await feedOf(show)).toEqual(before);
  });

  it("the address of the house, and nothing in it that must stay", async () => {
    const { show } = await makeHouse();
    const before = await xmlOf(show);
    appUrl("https://elsewhere.example.net");
    const after = await xmlOf(show);
    expect(after).toContain(`<link>https://elsewhere.example.net/${show.slug}</link>`);
    expect(after).not.toContain("localhost");
    const guids = (xml: string) => xml.match(/<(podcast:)?guid.*?<\/(podcast:)?guid>/g);
    expect(guids(after)).toEqual(guids(before));
    expect(guids(after)).toHaveLength(2);
  });
});

describe("a scheduled episode", () => {
  it("is in the feed from its moment on, by nobody's doing", async () => {
    const { owner, show } = await makeHouse();
    const at = from(new Date(), 2 * HOUR);
    await makePublished(owner, show, { title: "Tomorrow’s" }, at);
    expect((await feedOf(show)).validUntil).toEqual(at);
    expect(await xmlOf(show, from(at, -1))).not.toContain("Tomorrow’s");
    const before = await feedOf(show, from(at, -1));
    expect(await xmlOf(show, at)).toContain("<title>Tomorrow’s</title>");
    expect(await feedOf(show, at)).toMatchObject({ validUntil: null, version: before.version });
    expect((await feedOf(show, at)).lastModified.getTime()).toBe(Math.floor(at.getTime() / 1000) * 1000);
  });
});

const save = (show: House["show"], changes: object) =>
  changeShow(show, show.version, showChangesSchema.parse(changes), new Date());

const movedTo = ({ id }: { id: string }) => `moved-${id.slice(-8)}`;

const retell = (episode: House["episode"]) =>
  changeEpisode(episode, episode.version, episodeChangesSchema.parse({ title: "Retold" }), new Date());

async function replaceAudio(show: House["show"], episode: House["episode"]) {
  const media = (await makeAudio(show, 10)).id;
  await changeEpisode(episode, episode.version, episodeChangesSchema.parse({ media }), new Date());
}
