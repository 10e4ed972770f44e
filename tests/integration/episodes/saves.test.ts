import { describe, expect, it } from "vitest";
import { beginLook } from "@/lib/accounts/admin-mutations";
import { findLook } from "@/lib/accounts/looks";
import { lookAtEpisode } from "@/lib/episodes/looks";
import { changeEpisode, createEpisode } from "@/lib/episodes/mutations";
import { findEpisodeAt, findEpisodeFor } from "@/lib/episodes/queries";
import { episodeChangesSchema, newEpisodeSchema } from "@/lib/episodes/schema";
import { sweepReplaced } from "@/lib/episodes/sweep";
import { findPublicMedia } from "@/lib/media/queries";
import { db } from "@/lib/platform/db";
import { useDatabase } from "@/tests/support/database";
import { makeHouseAdmin, makeMember, makeOwner, type Person } from "@/tests/support/people";
import { episodeOf, makeAudio, makeCompleteShow, makeDraft, makePublished, present } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";
import { booked } from "@/tests/support/uploading";

useDatabase();
useStore();

const DAY = 24 * 3600_000;
const change = (fields: object) => episodeChangesSchema.parse(fields);

describe("saving an episode", () => {
  it("keeps of the notes what the allow-list lets through", async () => {
    const owner = await makeOwner();
    const notes = '<p onclick="x()">Hello <b>you</b><script>steal()</script>\0</p>';
    expect((await makeDraft(owner, await makeCompleteShow(owner), { notes })).notes).toBe("<p>Hello <b>you</b></p>");
  });

  it("is refused when somebody saved in between, with who saved what, and loses nothing", async () => {
    const owner = await makeOwner();
    const editor = await makeMember(owner.workspaceId, "editor", "Edith Editor");
    const mine = await makeDraft(owner, await makeCompleteShow(owner));
    const theirs = present(await findEpisodeFor(editor.actor, mine.id, "editor"));
    await changeEpisode(theirs, theirs.version, change({ title: "Edith’s", number: 3 }), new Date());
    await expect(changeEpisode(mine, mine.version, change({ title: "Mine" }), new Date())).rejects.toMatchObject({
      code: "stale",
      facts: {
        version: mine.version + 1,
        savedBy: "Edith Editor",
        changed: { title: [mine.title, "Edith’s"], number: [null, 3] },
      },
    });
    expect(await episodeOf(owner, mine)).toMatchObject({ title: "Edith’s", number: 3 });
  });

  it("is told of a save, and not of a house admin who only looked, nor why they did", async () => {
    const owner = await makeOwner();
    const editor = await makeMember(owner.workspaceId, "editor", "Edith Editor");
    const mine = await makeDraft(owner, await makeCompleteShow(owner));
    const theirs = present(await findEpisodeFor(editor.actor, mine.id, "editor"));
    await changeEpisode(theirs, theirs.version, change({ title: "Edith’s" }), new Date());
    const admin = await makeHouseAdmin();
    await beginLook(admin, owner.user, "A complaint.");
    const look = present(await findLook(admin, owner.user, new Date()));
    present(await lookAtEpisode(look, mine.show.slug, mine.id, new Date()));
    const refusal = changeEpisode(mine, mine.version, change({ title: "Mine" }), new Date());
    await expect(refusal).rejects.toMatchObject({
      code: "stale",
      facts: { savedBy: "Edith Editor", changed: { title: [mine.title, "Edith’s"] } },
    });
  });

  it("changes only what it names", async () => {
    const owner = await makeOwner();
    const draft = await makeDraft(owner, await makeCompleteShow(owner), { season: 1, number: 2, explicit: true });
    await changeEpisode(draft, draft.version, change({ season: null }), new Date());
    expect(await episodeOf(owner, draft)).toMatchObject({
      season: null,
      number: 2,
      explicit: true,
      title: draft.title,
    });
  });
});

describe("the address of an episode", () => {
  const follow = { follow: true };
  const titled = async (owner: Person, draft: { id: string }, title: string, fields: object = {}) => {
    const episode = await episodeOf(owner, draft);
    await changeEpisode(episode, episode.version, change({ title, ...fields }), new Date(), follow);
    return (await episodeOf(owner, draft)).slug;
  };

  it("goes with the title that is typed for a draft, and leaves nothing behind", async () => {
    const owner = await makeOwner();
    const show = await makeCompleteShow(owner);
    const drafts = [await makeDraft(owner, show, { title: "Untitled episode" })];
    drafts.push(await makeDraft(owner, show, { title: "Untitled episode" }));
    const [first, second] = [present(drafts[0] ?? null), present(drafts[1] ?? null)];
    expect(second.slug).toBe("untitled-episode-2");
    expect(await titled(owner, second, "Fog")).toBe("fog");
    expect(await titled(owner, second, "Fog on the water")).toBe("fog-on-the-water");
    expect(await titled(owner, first, "Fog on the water")).toBe("fog-on-the-water-2");
    expect(await titled(owner, first, "Fog on the water!")).toBe("fog-on-the-water-2");
    const kept = await db().episodeSlug.findMany({ where: { showId: show.id }, orderBy: { slug: "asc" } });
    expect(kept.map(({ slug }) => slug)).toEqual(["fog-on-the-water", "fog-on-the-water-2"]);
  });

  it("of a title that another tab has changed already is no bug, but a stale save", async () => {
    const owner = await makeOwner();
    const draft = await makeDraft(owner, await makeCompleteShow(owner), { title: "Fog" });
    await titled(owner, draft, "Rain");
    const late = changeEpisode(draft, draft.version, change({ title: "Hail" }), new Date(), follow);
    await expect(late).rejects.toMatchObject({ code: "stale" });
    expect((await episodeOf(owner, draft)).slug).toBe("rain");
  });

  it("stays where somebody chose it, and where it was ever given out", async () => {
    const owner = await makeOwner();
    const show = await makeCompleteShow(owner);
    const chosen = await makeDraft(owner, show, { title: "Rain" });
    expect(await titled(owner, chosen, "Rain again", { slug: "wet" })).toBe("wet");
    expect(await titled(owner, chosen, "Snow")).toBe("wet");
    const out = await makePublished(owner, show, { title: "Hail" });
    expect(await titled(owner, out, "Thunder")).toBe("hail");
    const due = await makePublished(owner, show, { title: "Later" }, new Date(Date.now() + DAY));
    expect(await titled(owner, due, "Much later")).toBe("later");
  });

  it("is its own within the show, and each old one leads to the present one", async () => {
    const owner = await makeOwner();
    const [show, other] = [await makeCompleteShow(owner), await makeCompleteShow(owner)];
    const episode = await makePublished(owner, show, { title: "Feed" });
    expect(episode.slug).toBe("feed-2");
    expect((await makeDraft(owner, show, { slug: "pilot" })).slug).toBe("pilot");
    expect((await makeDraft(owner, other, { slug: "pilot" })).slug).toBe("pilot");
    await changeEpisode(episode, episode.version, change({ slug: "opening" }), new Date());
    const at = (slug: string) => findEpisodeAt(show, slug, new Date(Date.now() + 1000));
    expect(await at("feed-2")).toEqual({ movedTo: "opening" });
    expect(await at("opening")).toMatchObject({ found: { id: episode.id } });
    expect(await at("a\0b")).toBeNull();
    await expect(makeDraft(owner, show, { slug: "feed-2" })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("the audio of an episode", () => {
  const soon = () => new Date(Date.now() + 1000);

  it("belongs to it for ever: another episode cannot have it, not even at the same moment", async () => {
    const owner = await makeOwner();
    const show = await makeCompleteShow(owner);
    const media = (await makeAudio(show)).id;
    const attempts = ["One", "Two"].map((title) =>
      createEpisode(show, newEpisodeSchema.parse({ title, media }), new Date()),
    );
    const refused = (await Promise.allSettled(attempts)).filter(({ status }) => status === "rejected");
    expect(refused).toMatchObject([{ reason: { code: "conflict", facts: { field: "media" } } }]);
  });

  it("must be of the same show", async () => {
    const owner = await makeOwner();
    const [show, other] = [await makeCompleteShow(owner), await makeCompleteShow(await makeOwner())];
    const foreign = (await makeAudio(other)).id;
    await expect(makeDraft(owner, show, { media: foreign })).rejects.toMatchObject({ code: "invalid" });
  });

  it("that was replaced answers strangers for thirty days more, that of a draft not at all", async () => {
    const owner = await makeOwner();
    const show = await makeCompleteShow(owner);
    const [published, draft] = [
      await makePublished(owner, show),
      await makeDraft(owner, show, { media: (await makeAudio(show)).id }),
    ];
    for (const { id, version } of [published, draft]) {
      const media = (await makeAudio(show)).id;
      await changeEpisode(await episodeOf(owner, { id }), version, change({ media }), new Date());
    }
    const inDays = (days: number) => new Date(Date.now() + days * DAY);
    expect(await findPublicMedia(published.audioId ?? "", inDays(29))).not.toBeNull();
    expect(await findPublicMedia(published.audioId ?? "", inDays(30.1))).toBeNull();
    expect(await findPublicMedia(draft.audioId ?? "", soon())).toBeNull();
    const present = await episodeOf(owner, published);
    expect(await findPublicMedia(present.audioId ?? "", soon())).not.toBeNull();
  });

  it("that was replaced gives its room back sixty days later, and what is in use stays", async () => {
    const owner = await makeOwner();
    const show = await makeCompleteShow(owner);
    const episode = await makePublished(owner, show);
    const media = (await makeAudio(show)).id;
    await changeEpisode(episode, episode.version, change({ media }), new Date());
    const kept = async (days: number) => {
      await sweepReplaced(new Date(Date.now() + days * DAY));
      return db().media.count({ where: { id: { in: [episode.audioId ?? "", media, show.artworkId ?? ""] } } });
    };
    const { stored: before } = await booked(owner);
    expect([await kept(59), await kept(60.1)]).toEqual([3, 2]);
    expect((await booked(owner)).stored).toBe(before - Number(episode.audio?.bytes));
  });

  it("is there for strangers from the moment it is published until it is taken back", async () => {
    const owner = await makeOwner();
    const scheduled = await makePublished(owner, await makeCompleteShow(owner), {}, new Date(Date.now() + DAY));
    const seen = async (at: Date) => (await findPublicMedia(scheduled.audioId ?? "", at)) !== null;
    expect([await seen(soon()), await seen(new Date(Date.now() + DAY + 1000))]).toEqual([false, true]);
  });
});
