import { ask } from "./ask";
import { expect, socketTest as test } from "./fixtures";
import { type Episode, newDraft, newPodcaster, newShow, publish, type Show } from "./podcaster";

const frames = 400;
const aheadMs = 12_000;

test("a scheduled episode comes out by itself and on time, and goes when it is unpublished", async ({
  house,
}, testInfo) => {
  const { api } = await newPodcaster(house);
  const show = await newShow(api, "Punctual");
  const draft = await newDraft(api, show, testInfo.outputPath("silence.mp3"), frames);
  expect(await seen(show, draft)).toEqual(hidden);

  const at = new Date(Date.now() + aheadMs);
  const scheduled = await publish(api, draft, at);
  expect(scheduled).toMatchObject({ state: "scheduled", guid: draft.guid });
  expect(await seen(show, draft)).toEqual(hidden);
  const { headers } = await ask(show.links.feed);
  expect(Date.now(), "the machine is too slow for this test").toBeLessThan(at.getTime());
  expect(maxAge(headers["cache-control"])).toBeLessThanOrEqual(aheadMs / 1000);

  const onTime = { timeout: aheadMs + 10_000, intervals: [50] };
  await expect.poll(() => seen(show, draft), onTime).toEqual(shown(draft));
  const late = Date.now() - at.getTime();
  expect(late).toBeGreaterThanOrEqual(0);
  expect(late).toBeLessThan(10_000);
  expect(maxAge((await ask(show.links.feed)).headers["cache-control"])).toBe(60);

  await api.delete(`/episodes/${draft.id}/publication`);
  expect(await seen(show, draft)).toEqual(hidden);
  expect((await publish(api, draft)).guid).toBe(draft.guid);
  expect(await seen(show, draft)).toEqual(shown(draft));
});

test("a show under a new slug is found at the old one too, until it is deleted", async ({ house }, testInfo) => {
  const { api, token } = await newPodcaster(house);
  const show = await newShow(api, "Moving");
  const episode = await newDraft(api, show, testInfo.outputPath("silence.mp3"), frames);
  await publish(api, episode);
  const { body: before } = await ask(show.links.feed);
  expect(before.toString()).not.toContain("itunes:new-feed-url");

  const moved = await rename(house.url, token, show.slug, `${show.slug}-moved`);
  const places: [string, string][] = [
    [show.links.feed, moved.links.feed],
    [show.links.page, moved.links.page],
    [episode.links.page, episode.links.page.replace(show.slug, moved.slug)],
  ];
  for (const [from, to] of places) {
    const { status, headers } = await ask(from);
    expect([status, headers.location]).toEqual([301, to]);
    expect((await ask(to)).status).toBe(200);
  }
  const feed = (await ask(moved.links.feed)).body.toString();
  expect(feed).toContain(`<itunes:new-feed-url>${moved.links.feed}</itunes:new-feed-url>`);
  expect(feed).toContain(episode.guid);

  await api.delete(`/shows/${moved.slug}`);
  for (const address of [...places.flat(), episode.enclosure.url]) expect((await ask(address)).status).toBe(404);
});

/** Where a stranger comes across the episode. */
async function seen(show: Show, episode: Episode) {
  const [feed, list, page, audio] = await Promise.all(
    [show.links.feed, show.links.page, episode.links.page, episode.enclosure.url].map((url) => ask(url)),
  );
  return {
    inFeed: guidsIn(feed?.body),
    inList: Boolean(list?.body.includes(new URL(episode.links.page).pathname)),
    page: page?.status,
    audio: audio?.status,
  };
}

const hidden = { inFeed: [], inList: false, page: 404, audio: 404 };
const shown = ({ guid }: Episode) => ({ inFeed: [guid], inList: true, page: 200, audio: 200 });

const guidsIn = (feed?: Buffer): string[] =>
  [...String(feed).matchAll(/<guid [^>]*>([^<]*)<\/guid>/g)].map(([, guid = ""]) => guid);

const maxAge = (cacheControl?: string): number => Number(/max-age=(\d+)/.exec(cacheControl ?? "")?.[1] ?? Number.NaN);

async function rename(house: string, token: string, from: string, to: string): Promise<Show> {
  const response = await fetch(`${house}/api/v1/shows/${from}`, {
    method: "PATCH",
    headers: { authorization: `Bearer ${token}`, "if-match": "*", "content-type": "application/json" },
    body: JSON.stringify({ slug: to }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Show;
}
