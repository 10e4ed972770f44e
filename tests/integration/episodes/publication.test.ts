import { describe, expect, it } from "vitest";
import {
  changeEpisode,
  deleteEpisode,
  publishEpisode,
  restoreEpisode,
  unpublishEpisode,
} from "@/lib/episodes/mutations";
import { findDeletedEpisodeFor, findEpisodeAt, findEpisodeFor } from "@/lib/episodes/queries";
import { episodeChangesSchema } from "@/lib/episodes/schema";
import { episodeState } from "@/lib/episodes/state";
import { sweepDeleted } from "@/lib/episodes/sweep";
import { store } from "@/lib/media/store";
import { sweepLeftovers } from "@/lib/media/sweep";
import { db } from "@/lib/platform/db";
import { useDatabase } from "@/tests/support/database";
import { makeOwner, type Person } from "@/tests/support/people";
import {
  episodeOf,
  makeAudio,
  makeCompleteShow,
  makeDraft,
  makePublished,
  makeShow,
  present,
} from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";

useDatabase();
useStore();

const HOUR = 3600_000;
const DAY = 24 * HOUR;
const now = new Date("2026-06-01T12:00:00Z");
const hence = (milliseconds: number) => new Date(now.getTime() + milliseconds);

type Move = "publish" | "schedule" | "back-date" | "take back";

const moves: Record<Move, (episode: Awaited<ReturnType<typeof ready>>, at: Date) => Promise<void>> = {
  publish: (episode, at) => publishEpisode(episode, null, at),
  schedule: (episode, at) => publishEpisode(episode, new Date(at.getTime() + HOUR), at),
  "back-date": (episode, at) => publishEpisode(episode, new Date(at.getTime() - 40 * DAY), at),
  "take back": (episode, at) => unpublishEpisode(episode, at),
};

async function ready(owner: Person) {
  const show = await makeCompleteShow(owner);
  return makeDraft(owner, show, { media: (await makeAudio(show)).id });
}

describe("the state of an episode", () => {
  it.each<[Move[], string, afterAnHour: string]>([
    [[], "draft", "draft"],
    [["publish"], "published", "published"],
    [["schedule"], "scheduled", "published"],
    [["back-date"], "published", "published"],
    [["schedule", "take back"], "draft", "draft"],
    [["publish", "take back"], "unpublished", "unpublished"],
    [["publish", "take back", "take back"], "unpublished", "unpublished"],
    [["publish", "take back", "schedule"], "scheduled", "published"],
    [["publish", "take back", "schedule", "take back"], "unpublished", "unpublished"],
    [["publish", "schedule", "take back"], "unpublished", "unpublished"],
    [["schedule", "publish"], "published", "published"],
    [["publish", "publish"], "published", "published"],
  ])("after %j is %s, and an hour later %s", async (path, state, afterAnHour) => {
    const owner = await makeOwner();
    const episode = await ready(owner);
    for (const move of path) await moves[move](episode, now);
    const after = await episodeOf(owner, episode);
    expect([episodeState(after, now), episodeState(after, hence(HOUR))]).toEqual([state, afterAnHour]);
  });

  it("passes from scheduled to published by time alone: strangers find it then, at that millisecond", async () => {
    const owner = await makeOwner();
    const episode = await ready(owner);
    await publishEpisode(episode, hence(HOUR), now);
    expect(await findEpisodeAt(episode.show, episode.slug, hence(HOUR - 1))).toBeNull();
    expect(await findEpisodeAt(episode.show, episode.slug, hence(HOUR))).toMatchObject({ found: { id: episode.id } });
  });

  it("keeps GUID and first date when it is taken back, changed and published again", async () => {
    const owner = await makeOwner();
    const episode = await ready(owner);
    await publishEpisode(episode, null, now);
    await unpublishEpisode(episode, hence(DAY));
    const draft = await episodeOf(owner, episode);
    const changes = episodeChangesSchema.parse({ title: "Another", slug: "another" });
    await changeEpisode(draft, draft.version, changes, hence(DAY));
    await publishEpisode(draft, null, hence(2 * DAY));
    expect(await episodeOf(owner, episode)).toMatchObject({ guid: episode.guid, publishAt: now, title: "Another" });
  });

  it("keeps its first date over a new schedule", async () => {
    const owner = await makeOwner();
    const episode = await ready(owner);
    await publishEpisode(episode, null, now);
    await publishEpisode(episode, hence(5 * DAY), hence(DAY));
    await unpublishEpisode(episode, hence(2 * DAY));
    await publishEpisode(episode, null, hence(3 * DAY));
    expect((await episodeOf(owner, episode)).publishAt).toEqual(now);
  });
});

describe("a publication is refused", () => {
  const reasons = async (attempt: Promise<unknown>) => {
    const refusal = await attempt.then(() => null).catch((error) => error);
    expect(refusal).toMatchObject({ code: "not-publishable" });
    return refusal.facts.reasons.map(({ code }: { code: string }) => code);
  };

  it("with all reasons at once, and changes nothing", async () => {
    const owner = await makeOwner();
    const draft = await makeDraft(owner, await makeShow(owner, { type: "serial" }));
    const expected = ["show-description", "show-artwork", "episode-audio", "episode-number"];
    expect(await reasons(publishEpisode(draft, null, now))).toEqual(expected);
    expect(await reasons(publishEpisode(draft, hence(HOUR), now))).toEqual(expected);
    expect(await episodeOf(owner, draft)).toMatchObject({ publishAt: null, version: draft.version });
  });

  it.each([
    ["checking", "audio-checking"],
    ["refused", "audio-refused"],
  ] as const)("while its audio is %s", async (state, reason) => {
    const owner = await makeOwner();
    const draft = await ready(owner);
    await db().media.update({ where: { id: draft.audioId ?? "" }, data: { state, reason: "Not audio." } });
    expect(await reasons(publishEpisode(draft, null, now))).toEqual([reason]);
  });

  it("no more than a trailer of a serial show without a number is", async () => {
    const owner = await makeOwner();
    const show = await makeCompleteShow(owner, { type: "serial" });
    const trailer = await makePublished(owner, show, { type: "trailer" });
    expect(trailer.publishAt).not.toBeNull();
  });

  it("afterwards, when a save would take away what it needs", async () => {
    const owner = await makeOwner();
    const episode = await makePublished(owner, await makeCompleteShow(owner));
    const silent = episodeChangesSchema.parse({ media: null, title: "Silence" });
    expect(await reasons(changeEpisode(episode, episode.version, silent, now))).toEqual(["episode-audio"]);
    expect(await episodeOf(owner, episode)).toMatchObject({ title: episode.title, audioId: episode.audioId });
  });
});

describe("a publication and a save of the show at once", () => {
  it("do not pass each other: what the save takes away keeps the episode back", async () => {
    const episode = await ready(await makeOwner());
    const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>();
    const saving = db().$transaction(async (tx) => {
      await tx.show.update({ where: { id: episode.showId }, data: { description: "" } });
      await mayCommit;
    });
    const refused = expect(publishEpisode(episode, null, now)).rejects.toMatchObject({ code: "not-publishable" });
    await expect.poll(countWaiting).toBe(1);
    commit();
    await Promise.all([saving, refused]);
  });
});

/** Queries of this test's database that wait for a lock. */
async function countWaiting(): Promise<number> {
  const [row] = await db().$queryRaw<[{ count: number }]>`
    SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return row.count;
}

describe("deleting an episode", () => {
  it("can be undone for thirty days, and it is what it was", async () => {
    const owner = await makeOwner();
    const episode = await makePublished(owner, await makeCompleteShow(owner), {}, new Date("2026-05-01T00:00:00Z"));
    await deleteEpisode(episode, now);
    expect(await findEpisodeFor(owner.actor, episode.id, "analyst")).toBeNull();
    expect(await findEpisodeAt(episode.show, episode.slug, now)).toBeNull();
    expect(await findDeletedEpisodeFor(owner.actor, episode.id, "editor", hence(30 * DAY))).toBeNull();
    const deleted = present(await findDeletedEpisodeFor(owner.actor, episode.id, "editor", hence(29 * DAY)));
    await restoreEpisode(deleted, hence(29 * DAY));
    const { slug, guid, publishAt, audioId, title } = episode;
    expect(await episodeOf(owner, episode)).toMatchObject({ slug, guid, publishAt, audioId, title, deletedAt: null });
  });

  it("comes back off the air where something keeps it from publication by now, and says what", async () => {
    const owner = await makeOwner();
    const episode = await makePublished(owner, await makeCompleteShow(owner), {}, new Date("2026-05-01T00:00:00Z"));
    await deleteEpisode(episode, now);
    await db().show.update({ where: { id: episode.showId }, data: { description: "" } });
    const deleted = present(await findDeletedEpisodeFor(owner.actor, episode.id, "editor", hence(DAY)));
    expect(await restoreEpisode(deleted, hence(DAY))).toMatchObject([{ code: "show-description" }]);
    const back = await episodeOf(owner, episode);
    expect(back).toMatchObject({ publishAt: null, deletedAt: null, unpublishedAt: hence(DAY) });
    expect(back.firstPublishedAt).toEqual(episode.firstPublishedAt ?? episode.publishAt);
  });

  it("is gone for good after thirty days, with its files and their room", async () => {
    const owner = await makeOwner();
    const show = await makeCompleteShow(owner);
    const { bytesStored: before } = await db().workspace.findUniqueOrThrow({ where: { id: owner.workspaceId } });
    const episode = await makePublished(owner, show, {}, new Date("2026-05-01T00:00:00Z"));
    await deleteEpisode(episode, now);
    await sweepDeleted(hence(30 * DAY - 1));
    expect(await db().episode.count({ where: { id: episode.id } })).toBe(1);
    expect(await findEpisodeAt(show, episode.slug, hence(30 * DAY))).toEqual({ gone: true });
    await sweepDeleted(hence(30 * DAY));
    await sweepLeftovers(hence(30 * DAY));
    expect(await db().episode.count({ where: { id: episode.id } })).toBe(0);
    expect(await store().head(episode.audio?.key ?? "")).toBeNull();
    const workspace = await db().workspace.findUniqueOrThrow({ where: { id: owner.workspaceId } });
    expect(workspace.bytesStored).toBe(before);
  });
});
