import type { IncomingMessage } from "node:http";
import { setInterval as pace } from "node:timers/promises";
import { ask, beginAnswer } from "./ask";
import { expect, socketTest as test } from "./fixtures";
import { type Episode, newDraft, newPodcaster, newShow, operate, publish, type Show } from "./podcaster";

// 40 MB
const frames = 100_000;

test("suspending somebody takes what is theirs off the air, and restoring them brings it back", async ({
  house,
}, testInfo) => {
  const { api, email, token } = await newPodcaster(house);
  const show = await newShow(api, "On the air");
  const episode = await newDraft(api, show, testInfo.outputPath("silence.mp3"), frames);
  await publish(api, episode);
  const before = await offer(show, episode);
  expect(before.statuses).toEqual([200, 200, 200, 200]);

  const stream = listenSlowly(await beginAnswer(episode.enclosure.url));
  await operate(house, ["user", "suspend", "--email", email]);
  const suspendedAt = performance.now();
  expect((await offer(show, episode)).statuses).toEqual([404, 404, 404, 404]);
  const asOwner = { headers: { authorization: `Bearer ${token}` } };
  expect((await ask(`${house.url}/api/v1/shows`, asOwner)).status).toBe(401);
  expect((await ask(episode.enclosure.url, asOwner)).status).toBe(404);
  const heard = await stream;
  expect(heard.whole).toBe(false);
  expect(heard.bytes).toBeGreaterThan(0);
  expect(heard.endedAt - suspendedAt).toBeLessThan(5_000);

  await operate(house, ["user", "restore", "--email", email]);
  expect(await offer(show, episode)).toEqual(before);
});

test("suspending somebody leaves the streams and shows of others alone", async ({ house, demo }, testInfo) => {
  const { email } = await newPodcaster(house);
  const neighbour = await newPodcaster(house);
  const show = await newShow(neighbour.api, "Next door");
  const episode = await newDraft(neighbour.api, show, testInfo.outputPath("silence.mp3"), frames / 2);
  await publish(neighbour.api, episode);
  const stream = listenSlowly(await beginAnswer(episode.enclosure.url));
  await operate(house, ["user", "suspend", "--email", email]);
  expect((await offer(show, episode)).statuses).toEqual([200, 200, 200, 200]);
  expect((await ask(demo.feed)).status).toBe(200);
  expect(await stream).toMatchObject({ whole: true, bytes: episode.enclosure.length });
});

/** What strangers get: the feed, the audio, the two pages; the first two with what is in them. */
async function offer(show: Show, episode: Episode) {
  const urls = [show.links.feed, episode.enclosure.url, show.links.page, episode.links.page];
  const answers = await Promise.all(urls.map((url) => ask(url)));
  const bytes = answers.slice(0, 2).map(({ headers, body }) => [headers.etag, body.length]);
  return { statuses: answers.map(({ status }) => status), bytes };
}

type Heard = { bytes: number; whole: boolean; endedAt: number };

/** Somebody on a line of 4 MB a second, until the answer ends, whole or not. */
async function listenSlowly(answer: IncomingMessage): Promise<Heard> {
  let bytes = 0;
  const ended = () => answer.closed || answer.readableEnded || answer.errored !== null;
  answer.on("error", () => {});
  for await (const _ of pace(10)) {
    const chunk: Buffer | null = answer.read(Math.min(40_000, answer.readableLength || 40_000));
    bytes += chunk?.length ?? 0;
    if (ended()) break;
  }
  return { bytes, whole: answer.complete, endedAt: performance.now() };
}
