import { beforeAll, describe, expect, it } from "vitest";
import { publishEpisode, unpublishEpisode } from "@/lib/episodes/mutations";
import { sameTimeOn } from "@/lib/episodes/scheduling";
import { episodeState } from "@/lib/episodes/state";
import { undoPublication } from "@/lib/episodes/undo-mutations";
import { undoTicket } from "@/lib/episodes/undo-ticket";
import { db } from "@/lib/platform/db";
import { useDatabase } from "@/tests/support/database";
import { makeOwner, type Person } from "@/tests/support/people";
import { episodeOf, makeAudio, makeCompleteShow, makeDraft, makePublished } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";

useDatabase();
useStore();

const now = new Date("2026-11-24T12:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const soon = later(7 * 24 * 60);

let owner: Person;
let show: Awaited<ReturnType<typeof makeCompleteShow>>;

beforeAll(async () => {
  owner = await makeOwner();
  show = await makeCompleteShow(owner);
});

const draft = async () => makeDraft(owner, show, { media: (await makeAudio(show)).id });
const datesOf = async (episode: { id: string }) => {
  const { publishAt, unpublishedAt, firstPublishedAt } = await episodeOf(owner, episode);
  return { publishAt, unpublishedAt, firstPublishedAt };
};

describe("an undo", () => {
  it.each([
    ["of a publication", null],
    ["of a schedule", soon],
  ])("%s makes a draft again that was never out", async (_, at) => {
    const before = await draft();
    await publishEpisode(before, at, now);
    const after = await episodeOf(owner, before);
    await undoPublication(after, undoTicket(before.id, before, after, now), later(5));
    expect(await datesOf(before)).toEqual({ publishAt: null, unpublishedAt: null, firstPublishedAt: null });
  });

  it("of a takedown puts the episode back under its date, and the feed hears of it", async () => {
    const before = await makePublished(owner, show, {}, now);
    await unpublishEpisode(before, later(1));
    const after = await episodeOf(owner, before);
    const { feedVersion } = after.show;
    await undoPublication(after, undoTicket(before.id, before, after, later(1)), later(2));
    expect(await datesOf(before)).toMatchObject({ publishAt: now, unpublishedAt: null });
    expect((await episodeOf(owner, before)).show.feedVersion).toBeGreaterThan(feedVersion);
  });

  it("is refused when somebody has changed the publication since", async () => {
    const before = await draft();
    await publishEpisode(before, soon, now);
    const after = await episodeOf(owner, before);
    await publishEpisode(after, later(60), now);
    const act = undoPublication(after, undoTicket(before.id, before, after, now), later(1));
    await expect(act).rejects.toMatchObject({ code: "stale" });
    expect(await datesOf(before)).toMatchObject({ publishAt: later(60) });
  });

  it("is refused when its ticket is old, another episode's, or made up", async () => {
    const [before, other] = [await draft(), await draft()];
    await publishEpisode(before, soon, now);
    const after = await episodeOf(owner, before);
    const ticket = undoTicket(before.id, before, after, now);
    const bad: [typeof after, string, Date][] = [
      [after, ticket, later(11)],
      [other, ticket, later(1)],
      [after, `${ticket.slice(0, -2)}xx`, later(1)],
      [after, "", later(1)],
    ];
    for (const [episode, text, at] of bad)
      await expect(undoPublication(episode, text, at)).rejects.toMatchObject({ code: "gone" });
    expect(await datesOf(before)).toMatchObject({ publishAt: soon });
  });

  it("does not bring back what may not be out any more", async () => {
    const before = await makePublished(owner, show, {}, now);
    await unpublishEpisode(before, later(1));
    const after = await episodeOf(owner, before);
    await db().episode.update({ where: { id: before.id }, data: { audioId: null } });
    const act = undoPublication(after, undoTicket(before.id, before, after, later(1)), later(2));
    await expect(act).rejects.toMatchObject({ code: "not-publishable" });
    expect(await datesOf(before)).toMatchObject({ publishAt: null });
  });
});

describe("a move to another day", () => {
  const scheduled = (iso: string) => ({ publishAt: new Date(iso), unpublishedAt: null });
  const moved = (day: string, zone: string, iso: string) => sameTimeOn(day, zone, scheduled(iso), now).toISOString();

  it("keeps the time of day in the zone, over a change of clocks too", () => {
    expect(moved("2026-12-03", "Europe/Berlin", "2026-12-01T05:00Z")).toBe("2026-12-03T05:00:00.000Z");
    expect(moved("2027-04-01", "Europe/Berlin", "2026-12-01T05:00Z")).toBe("2027-04-01T04:00:00.000Z");
    expect(moved("2026-12-02", "Asia/Kathmandu", "2026-12-01T20:00Z")).toBe("2026-12-01T20:00:00.000Z");
    expect(moved("2027-03-28", "Europe/Berlin", "2026-12-01T01:30Z")).toBe("2027-03-28T01:30:00.000Z");
  });

  it("is refused into the past, and for what is out", () => {
    expect(() => moved("2026-11-24", "Europe/Berlin", "2026-12-01T05:00Z")).toThrow(/has passed/);
    const out = { publishAt: later(-1), unpublishedAt: null };
    expect(() => sameTimeOn("2026-12-03", "Europe/Berlin", out, now)).toThrow(/Only what is scheduled/);
    expect(episodeState(out, now)).toBe("published");
  });
});
