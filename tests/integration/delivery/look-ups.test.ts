import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as feedRoute } from "@/app/(listen)/[show]/feed.xml/route";
import { GET as mediaRoute } from "@/app/media/[...path]/route";
import { suspendUser } from "@/lib/accounts/mutations";
import { changeEpisode, deleteEpisode, publishEpisode, unpublishEpisode } from "@/lib/episodes/mutations";
import { takeDownEpisode } from "@/lib/episodes/takedown-mutations";
import { audioAddress } from "@/lib/media/addresses";
import { provideStore } from "@/lib/media/store";
import { databaseUrl } from "@/lib/platform/db";
import { changeShow, deleteShow } from "@/lib/shows/mutations";
import { takeDownShow } from "@/lib/shows/takedown-mutations";
import { openStore } from "@/lib/storage/open";
import { startChild, until } from "@/tests/support/child";
import { useDatabase } from "@/tests/support/database";
import { makeHouseAdmin, makeOwner } from "@/tests/support/people";
import { call } from "@/tests/support/requests";
import { episodeOf, makeAudio, makeCompleteShow, makeDraft, makePublished, present } from "@/tests/support/shows";

useDatabase();

const reason = "It plays somebody else's music.";
const now = () => new Date();
const later = () => new Date(Date.now() + 3600_000);
let neighbour = "";

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "longwave-look-ups-"));
  const store = openStore({ s3: null, dataDir });
  await store.check();
  provideStore(store);
  const APP_SECRET = "a secret that only tests may know about";
  const child = startChild("tests/support/neighbour.ts", {
    ...{ DATABASE_URL: databaseUrl(), LONGWAVE_DATA_DIR: dataDir, APP_SECRET },
  });
  [, neighbour = ""] = await child.said(/at (http\S+) /);
  return async () => {
    child.process.kill("SIGKILL");
    await child.ended();
    rmSync(dataDir, { recursive: true });
  };
});

async function makeAir() {
  const owner = await makeOwner();
  const show = await makeCompleteShow(owner);
  const episode = await makePublished(owner, show);
  return { owner, show, episode, feed: `/${show.slug}/feed.xml`, audio: pathOf(present(episode.audio)) };
}
type Air = Awaited<ReturnType<typeof makeAir>>;

const pathOf = (media: Parameters<typeof audioAddress>[0]) => new URL(audioAddress(media)).pathname;

/** The statuses of feed and audio on the routes of this process, and on the express lane of another, which leaves to Next what is not 200. */
const onRoutes = ({ show, audio }: Air) =>
  Promise.all([
    call(feedRoute, { show: show.slug }).then(statusOf),
    call(mediaRoute, { path: audio.split("/").slice(2) }).then(statusOf),
  ]);

const nextDoor = ({ feed, audio }: Air) =>
  Promise.all([feed, audio].map(async (path) => statusOf(await fetch(neighbour + path))));

async function statusOf(answer: Response): Promise<number> {
  await answer.body?.cancel();
  return answer.status;
}

async function warm(air: Air): Promise<void> {
  for (let time = 0; time < 3; time += 1)
    expect([await onRoutes(air), await nextDoor(air)]).toEqual([
      [200, 200],
      [200, 200],
    ]);
}

type Act = [title: string, act: (air: Air) => Promise<unknown>, feed: number, audio: number];

const acts: Act[] = [
  ["a suspension of the only owner", ({ owner }) => suspendUser(owner.user, "spam", now()), 404, 404],
  ["a takedown of the show", async ({ show }) => takeDownShow(await makeHouseAdmin(), show, reason, now()), 410, 410],
  ["a takedown", async ({ episode }) => takeDownEpisode(await makeHouseAdmin(), episode, reason, now()), 200, 410],
  ["an unpublished episode", ({ episode }) => unpublishEpisode(episode, now()), 200, 404],
  ["a schedule", ({ episode }) => publishEpisode(episode, later(), now()), 200, 404],
  ["a deleted episode", ({ episode }) => deleteEpisode(episode, now()), 200, 404],
  ["a deleted show", ({ show }) => deleteShow(show, now()), 404, 404],
  ["a new address", ({ show }) => changeShow(show, show.version, { slug: `${show.slug}-moved` }, now()), 301, 200],
];

describe("what listeners are answered from memory", () => {
  it.each(acts)("knows of %s at once, and in another process within a second", async (_, act, feed, audio) => {
    const air = await makeAir();
    await warm(air);
    await act(air);
    expect(await onRoutes(air)).toEqual([feed, audio]);
    const left = [feed, audio].map((status) => (status === 200 ? 200 : 404));
    await until("the other process knows", async () => `${await nextDoor(air)}` === `${left}`, 1_000);
  });

  it("knows of what is published a moment after it was asked for in vain", async () => {
    const { owner, show, ...rest } = await makeAir();
    const media = await makeAudio(show);
    const draft = await makeDraft(owner, show, { title: "Two", media: media.id });
    const air = { ...rest, owner, show, audio: pathOf(media) };
    expect([await onRoutes(air), await nextDoor(air)]).toEqual([
      [200, 404],
      [200, 404],
    ]);
    await publishEpisode(draft, null, now());
    expect(await onRoutes(air)).toEqual([200, 200]);
    await until("the other process knows", async () => `${await nextDoor(air)}` === "200,200", 1_000);
  });

  it("holds a new feed at once when audio is replaced, whose old address goes on", async () => {
    const air = await makeAir();
    await warm(air);
    const tag = async () => (await fetch(neighbour + air.feed)).headers.get("etag");
    const before = await tag();
    const media = await makeAudio(air.show);
    const episode = await episodeOf(air.owner, air.episode);
    await changeEpisode(episode, episode.version, { media: media.id }, now());
    expect(await (await call(feedRoute, { show: air.show.slug })).text()).toContain(media.id);
    await until("the other process has the new feed", async () => (await tag()) !== before, 1_000);
    expect([await onRoutes(air), await nextDoor(air)]).toEqual([
      [200, 200],
      [200, 200],
    ]);
  });

  it("hears of a change that no verb of ours made", async () => {
    const air = await makeAir();
    await warm(air);
    const stranger = new pg.Client({ connectionString: databaseUrl() });
    await stranger.connect();
    await stranger.query(`UPDATE "Workspace" SET "hiddenAt" = now() WHERE id = $1`, [air.owner.workspaceId]);
    await stranger.end();
    await until("this process knows", async () => `${await onRoutes(air)}` === "404,404", 1_000);
    await until("the other process knows", async () => `${await nextDoor(air)}` === "404,404", 1_000);
  });

  it("ends on time: a feed when the next episode is due, a replaced file after its thirty days", async () => {
    const air = await makeAir();
    const soon = new Date(Date.now() + 1_500);
    const due = await makePublished(air.owner, air.show, { title: "Due" }, soon);
    const replaced = present(air.episode.audio);
    const episode = await episodeOf(air.owner, air.episode);
    const stranger = new pg.Client({ connectionString: databaseUrl() });
    await changeEpisode(episode, episode.version, { media: (await makeAudio(air.show)).id }, now());
    await stranger.connect();
    await stranger.query(`UPDATE "Media" SET "servedUntil" = $1 WHERE id = $2`, [soon, replaced.id]);
    await stranger.end();
    const upcoming = { ...air, audio: pathOf(present(due.audio)) };
    await until("both are known", async () => `${await nextDoor(air)}${await nextDoor(upcoming)}` === "200,200200,404");
    await until("the time has come", () => Date.now() >= soon.getTime());
    expect([await nextDoor(air), await nextDoor(upcoming)]).toEqual([
      [200, 404],
      [200, 200],
    ]);
    expect(await (await fetch(neighbour + air.feed)).text()).toContain(due.title);
  });
});
