import { describe, expect, it } from "vitest";
import EpisodePage from "@/app/(listen)/[show]/[episode]/page";
import { GET as feed } from "@/app/(listen)/[show]/feed.xml/route";
import { GET as episodeOverApi } from "@/app/api/v1/episodes/[id]/route";
import { GET as showOverApi } from "@/app/api/v1/shows/[slug]/route";
import { GET as media } from "@/app/media/[...path]/route";
import { changeEpisode, publishEpisode, unpublishEpisode } from "@/lib/episodes/mutations";
import { findEpisodeAt } from "@/lib/episodes/queries";
import { liftEpisodeTakedown, takeDownEpisode } from "@/lib/episodes/takedown-mutations";
import { findDetour } from "@/lib/feed/detours";
import { listPublicEpisodes } from "@/lib/feed/public-queries";
import { artworkAddress, audioAddress } from "@/lib/media/addresses";
import { listOffAir, streamOwner } from "@/lib/media/stream-owners";
import { deleteShow } from "@/lib/shows/mutations";
import { liftShowTakedown, takeDownShow } from "@/lib/shows/takedown-mutations";
import type { Media } from "@/prisma/generated/client";
import { useDatabase } from "@/tests/support/database";
import { makeHouseAdmin, makeOwner } from "@/tests/support/people";
import { call } from "@/tests/support/requests";
import { episodeOf, makeCompleteShow, makeDraft, makePublished, present } from "@/tests/support/shows";
import { bytesOf, eachStore, useStore } from "@/tests/support/stores";

useDatabase();

const DAY = 24 * 3600_000;
const reason = "It plays somebody else's music.";
const soon = () => new Date(Date.now() + 1000);

async function makeAir() {
  const owner = await makeOwner();
  const [admin, show] = [await makeHouseAdmin(), await makeCompleteShow(owner)];
  const [other, episode] = [await makePublished(owner, show, { title: "Other" }), await makePublished(owner, show)];
  const [audio, artwork] = [present(episode.audio), present(show.artwork)];
  return { owner, admin, show, other, episode, audio, artwork };
}
type Air = Awaited<ReturnType<typeof makeAir>>;

const get = (file: Media, token?: string) => {
  const address = file.kind === "audio" ? audioAddress(file) : artworkAddress(file);
  return call(media, { path: new URL(address).pathname.split("/").slice(2) }, { token });
};

/** What a stranger gets: the status and bytes of each, and what the pages' detour says. */
async function offer({ show, episode, other, audio, artwork }: Air) {
  const answers = [
    await call(feed, { show: show.slug }),
    await get(audio),
    await get(present(other.audio)),
    await get(artwork),
  ];
  const bodies = await Promise.all(answers.map(async ({ body }) => (await bytesOf(body)).toString("base64")));
  const pages = [`/${show.slug}`, `/${show.slug}/${episode.slug}`, `/${show.slug}/${other.slug}`];
  const detours = await Promise.all(pages.map((path) => findDetour(path, soon())));
  return { statuses: answers.map(({ status }) => status), bodies, etag: answers[0]?.headers.get("etag"), detours };
}

const gone = { gone: true, takenDown: true };

eachStore("what the house took down", () => {
  it("as a whole show is gone for strangers on every road, and its undo brings the same bytes back", async () => {
    const air = await makeAir();
    const before = await offer(air);
    expect(before).toMatchObject({ statuses: [200, 200, 200, 200], detours: [null, null, null] });
    await takeDownShow(air.admin, air.show, reason, new Date());
    expect(await offer(air)).toMatchObject({ statuses: [410, 410, 410, 410], detours: [gone, gone, gone] });
    await liftShowTakedown(air.admin, air.show);
    expect(await offer(air)).toEqual(before);
  });

  it("as an episode leaves the feed and is gone itself, and the rest of the show stays", async () => {
    const air = await makeAir();
    const before = await offer(air);
    await takeDownEpisode(air.admin, air.episode, reason, new Date());
    const during = await offer(air);
    expect(during).toMatchObject({ statuses: [200, 410, 200, 200], detours: [null, gone, null] });
    const xml = Buffer.from(during.bodies[0] ?? "", "base64").toString();
    expect([xml.includes("<title>Other</title>"), xml.includes(air.episode.guid)]).toEqual([true, false]);
    await liftEpisodeTakedown(air.admin, air.episode);
    expect(await offer(air)).toEqual(before);
  });
});

describe("a takedown", () => {
  useStore();

  it("takes the episode out of the show's page, and says so on its own", async () => {
    const { admin, show, episode, other } = await makeAir();
    await takeDownEpisode(admin, episode, reason, new Date());
    const { episodes } = await listPublicEpisodes(show.slug, { cursor: null, limit: 10 }, soon());
    expect(episodes.map(({ slug }) => slug)).toEqual([other.slug]);
    const params = Promise.resolve({ show: show.slug, episode: episode.slug });
    const page = await EpisodePage({ params, searchParams: Promise.resolve({}) });
    expect(page.props).toEqual({ house: "Longwave", takenDown: true });
  });

  it("leaves members what is theirs to hear and read, with the reason", async () => {
    const { admin, owner, show, episode, audio } = await makeAir();
    await takeDownEpisode(admin, episode, reason, new Date());
    const heard = await get(audio, owner.token);
    expect([heard.status, heard.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
    await heard.body?.cancel();
    const ofEpisode = await call(episodeOverApi, { id: episode.id }, { token: owner.token });
    expect(await ofEpisode.json()).toMatchObject({ takenDown: { reason, at: expect.any(String) } });
    const ofShow = await call(showOverApi, { slug: show.slug }, { token: owner.token });
    expect(await ofShow.json()).toMatchObject({ takenDown: null });
  });

  it("keeps its episode from being published, but not from being mended or taken back", async () => {
    const { admin, owner, episode } = await makeAir();
    await takeDownEpisode(admin, episode, reason, new Date());
    const down = await episodeOf(owner, episode);
    const blocked = { code: "not-publishable", facts: { reasons: [{ code: "taken-down" }] } };
    await expect(publishEpisode(down, null, new Date())).rejects.toMatchObject(blocked);
    await changeEpisode(down, down.version, { title: "Mended" }, new Date());
    await unpublishEpisode(await episodeOf(owner, episode), new Date());
    await expect(publishEpisode(await episodeOf(owner, episode), null, new Date())).rejects.toMatchObject(blocked);
    await liftEpisodeTakedown(admin, episode);
    await publishEpisode(await episodeOf(owner, episode), null, new Date());
    expect((await episodeOf(owner, episode)).title).toBe("Mended");
  });

  it("of a show keeps everything in it from being published", async () => {
    const { admin, owner, show } = await makeAir();
    await takeDownShow(admin, show, reason, new Date());
    const draft = await makeDraft(owner, show);
    await expect(publishEpisode(draft, null, new Date())).rejects.toMatchObject({ code: "not-publishable" });
  });

  it("shows strangers nothing of what was not out: a schedule is gone only when it is due", async () => {
    const { admin, owner, show } = await makeAir();
    const due = new Date(Date.now() + DAY);
    const scheduled = await makePublished(owner, show, {}, due);
    await takeDownEpisode(admin, scheduled, reason, new Date());
    expect(await findEpisodeAt(show, scheduled.slug, new Date())).toBeNull();
    expect((await get(present(scheduled.audio))).status).toBe(404);
    expect(await findEpisodeAt(show, scheduled.slug, due)).toEqual(gone);
  });

  it("of what was deleted says no more than the deletion does", async () => {
    const { admin, show } = await makeAir();
    await takeDownShow(admin, show, reason, new Date());
    await deleteShow(show, new Date());
    expect((await call(feed, { show: show.slug })).status).toBe(404);
  });

  it("ends the streams of the public, whichever process has them, and those alone", async () => {
    const { admin, show, episode, other } = await makeAir();
    const owners = [
      streamOwner(show.workspaceId, { showId: show.id, episodeId: episode.id }),
      streamOwner(show.workspaceId, { showId: show.id, episodeId: other.id }),
      streamOwner(show.workspaceId, { showId: show.id }),
      streamOwner(show.workspaceId),
    ];
    expect(await listOffAir(owners)).toEqual([]);
    await takeDownEpisode(admin, episode, reason, new Date());
    expect(await listOffAir(owners)).toEqual(owners.slice(0, 1));
    await takeDownShow(admin, show, reason, new Date());
    expect(await listOffAir(owners)).toEqual(owners.slice(0, 3));
  });
});
