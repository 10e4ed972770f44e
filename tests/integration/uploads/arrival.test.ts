import { describe, expect, it } from "vitest";
import { attachArrived } from "@/lib/episodes/arrival";
import { audioStatus } from "@/lib/episodes/audio-status";
import { changeEpisode } from "@/lib/episodes/mutations";
import type { FullEpisode } from "@/lib/episodes/queries";
import { createUpload } from "@/lib/media/mutations";
import { carryOn, sweepUnattached } from "@/lib/media/sweep";
import { db } from "@/lib/platform/db";
import { useDatabase } from "@/tests/support/database";
import { makeOwner, type Person } from "@/tests/support/people";
import { episodeOf, makeAudio, makeCompleteShow, makeDraft, makePublished, showOf } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";
import { mpegFrames } from "@/tests/support/synthetic-audio";
import { booked, complete, inspect, sendAll, uploadOf } from "@/tests/support/uploading";

useDatabase();
useStore();

const song = mpegFrames(200);
const DAY_MS = 24 * 3600_000;

describe("audio uploaded for an episode", () => {
  it("is a draft's audio as soon as it is complete, and says when it was judged", async () => {
    const { owner, draft } = await makeHouse();
    const opened = await sentFor(owner, draft, song);
    expect((await audioStatus(draft)).coming).toMatchObject({ state: "sending", received: song.length });
    const media = await complete(owner, opened);
    const checking = await episodeOf(owner, draft);
    expect(checking).toMatchObject({ audioId: media.id, version: draft.version + 1 });
    expect(await audioStatus(checking)).toMatchObject({ audio: { state: "checking" }, coming: null });
    await inspect(media);
    expect(await audioStatus(await episodeOf(owner, draft))).toMatchObject({ audio: { state: "ready" }, coming: null });
  });

  it("is attached after a crash in the middle of completing too", async () => {
    const { owner, draft } = await makeHouse();
    const opened = await sentFor(owner, draft, song);
    await db().upload.update({ where: { id: opened.id }, data: { state: "completing" } });
    await carryOn(new Date(), attachArrived);
    expect((await episodeOf(owner, draft)).audio).toMatchObject({ uploadId: opened.id });
  });

  it("takes the place of a published episode's only when it proved good, and the old address goes on for a while", async () => {
    const { owner, show } = await makeHouse();
    const published = await makePublished(owner, show);
    const media = await complete(owner, await sentFor(owner, published, song));
    const before = await episodeOf(owner, published);
    expect(before.audioId).toBe(published.audioId);
    expect((await audioStatus(before)).coming).toMatchObject({ state: "checking" });
    const { feedVersion } = await showOf(owner, show);
    await inspect(media);
    expect((await episodeOf(owner, published)).audioId).toBe(media.id);
    expect((await showOf(owner, show)).feedVersion).toBe(feedVersion + 1);
    const old = await db().media.findUniqueOrThrow({ where: { id: published.audioId ?? "" } });
    expect(old.servedUntil?.getTime()).toBeGreaterThan(Date.now() + 29 * DAY_MS);
  });

  it("leaves a published episode what it has when it is refused, and says why", async () => {
    const { owner, show } = await makeHouse();
    const published = await makePublished(owner, show);
    await inspect(await complete(owner, await sentFor(owner, published, Buffer.from("no audio at all"))));
    const after = await episodeOf(owner, published);
    expect(after).toMatchObject({ audioId: published.audioId, version: published.version });
    expect((await audioStatus(after)).coming).toMatchObject({ state: "refused", reason: expect.any(String) });
  });

  it("gives way to what was begun later, whichever is complete first", async () => {
    const { owner, draft } = await makeHouse();
    const [earlier, later] = [await sentFor(owner, draft, song), await sentFor(owner, draft, mpegFrames(300))];
    const media = await complete(owner, later);
    await complete(owner, earlier);
    expect((await episodeOf(owner, draft)).audioId).toBe(media.id);
  });

  it("stays off when it was taken off while it was being checked", async () => {
    const { owner, draft } = await makeHouse();
    const media = await complete(owner, await sentFor(owner, draft, song));
    const present = await episodeOf(owner, draft);
    await changeEpisode(present, present.version, { media: null }, new Date());
    await inspect(media);
    expect((await episodeOf(owner, draft)).audioId).toBeNull();
  });

  it("is nobody's when its episode was deleted in the meantime, and its room is given back after a week", async () => {
    const { owner, draft } = await makeHouse();
    const opened = await sentFor(owner, draft, song);
    await db().episode.update({ where: { id: draft.id }, data: { deletedAt: new Date() } });
    const media = await inspect(await complete(owner, opened));
    expect(media).toMatchObject({ state: "ready", episodeId: null });
    const { stored } = await booked(owner);
    await sweepUnattached(new Date(Date.now() + 6 * DAY_MS));
    expect((await booked(owner)).stored).toBe(stored);
    await sweepUnattached(new Date(Date.now() + 8 * DAY_MS));
    expect((await booked(owner)).stored).toBe(stored - song.length);
    expect(await db().media.findUnique({ where: { id: media.id } })).toBeNull();
    expect(await db().leftover.findUnique({ where: { key: media.key } })).not.toBeNull();
  });
});

describe("the sweep of what belongs to no episode", () => {
  it("leaves what an episode has, or had", async () => {
    const { owner, show } = await makeHouse();
    const had = await makeDraft(owner, show, { media: (await makeAudio(show)).id });
    await changeEpisode(had, had.version, { media: (await makeAudio(show)).id }, new Date());
    await sweepUnattached(new Date(Date.now() + 8 * DAY_MS));
    expect(await db().media.count({ where: { showId: show.id, kind: "audio" } })).toBe(2);
  });
});

async function makeHouse() {
  const owner = await makeOwner();
  const show = await makeCompleteShow(owner);
  return { owner, show, draft: await makeDraft(owner, show) };
}

/** An upload for the episode, of which every part has come. */
async function sentFor(owner: Person, { id, show }: FullEpisode, file: Uint8Array) {
  const input = { filename: "take 1.mp3", size: file.length, type: "audio/mpeg" };
  const made = await createUpload(await showOf(owner, show), input, await episodeOf(owner, { id }));
  const opened = await uploadOf(owner, made);
  await sendAll(owner, opened, file);
  return opened;
}
