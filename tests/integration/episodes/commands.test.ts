import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/accounts/actor";
import { searchStudio } from "@/lib/episodes/commands";
import { deleteEpisode } from "@/lib/episodes/mutations";
import { db } from "@/lib/platform/db";
import { deleteShow } from "@/lib/shows/mutations";
import { useDatabase } from "@/tests/support/database";
import { makeMember, makeOwner } from "@/tests/support/people";
import { makeDraft, makeShow } from "@/tests/support/shows";

useDatabase();

const titlesFor = async (actor: Actor, text: string, slug: string | null = null) => {
  const { shows, episodes } = await searchStudio(actor, text, slug, new Date());
  return { shows: shows.map(({ title }) => title), episodes: episodes.map(({ title }) => title) };
};

describe("the search over the studio", () => {
  it("finds shows and episodes by any part of every word, those that begin so first", async () => {
    const owner = await makeOwner();
    await makeShow(owner, { title: "The late kettle" });
    const show = await makeShow(owner, { title: "Kettle Club" });
    await makeDraft(owner, show, { title: "On boiling 100% of a KETTLE" });
    expect(await titlesFor(owner.actor, "kett")).toEqual({
      shows: ["Kettle Club", "The late kettle"],
      episodes: ["On boiling 100% of a KETTLE"],
    });
    expect((await titlesFor(owner.actor, "0% kettle")).episodes).toHaveLength(1);
    expect((await titlesFor(owner.actor, "1_0 kettle")).episodes).toEqual([]);
  });

  it("gives a show for the words of an act too, and the one that is open first", async () => {
    const owner = await makeOwner();
    const early = await makeShow(owner, { title: "Early Bird" });
    await makeShow(owner, { title: "Late Bird" });
    expect((await titlesFor(owner.actor, "settings early")).shows).toEqual(["Early Bird"]);
    expect((await titlesFor(owner.actor, "")).shows).toEqual(["Late Bird", "Early Bird"]);
    expect((await titlesFor(owner.actor, "", early.slug)).shows).toEqual(["Early Bird", "Late Bird"]);
    expect((await titlesFor(owner.actor, "", "\0")).shows).toEqual(["Late Bird", "Early Bird"]);
  });

  it("gives an episode for the words of an act too, after those that are called so", async () => {
    const owner = await makeOwner();
    const show = await makeShow(owner, { title: "Kettle Club" });
    await makeDraft(owner, show, { title: "How to publish steam" });
    await makeDraft(owner, show, { title: "Steam" });
    expect((await titlesFor(owner.actor, "publish steam")).episodes).toEqual(["How to publish steam", "Steam"]);
    expect((await titlesFor(owner.actor, "publish water")).episodes).toEqual([]);
  });

  it("knows nothing of what was deleted, or is somebody else's", async () => {
    const [owner, stranger] = await Promise.all([makeOwner(), makeOwner()]);
    const show = await makeShow(owner, { title: "Quiet Hours" });
    await deleteEpisode(await makeDraft(owner, show, { title: "Quiet one" }), new Date());
    expect(await titlesFor(owner.actor, "quiet")).toEqual({ shows: ["Quiet Hours"], episodes: [] });
    expect(await titlesFor(stranger.actor, "quiet", show.slug)).toEqual({ shows: [], episodes: [] });
    await deleteShow(show, new Date());
    expect(await titlesFor(owner.actor, "quiet", show.slug)).toEqual({ shows: [], episodes: [] });
  });

  it("finds workspaces by their names, of those that one is in", async () => {
    const [owner, stranger] = await Promise.all([makeOwner(), makeOwner()]);
    const { workspaceId: id } = owner;
    await db().workspace.update({ where: { id }, data: { name: "Harbour Radio" } });
    const found = async ({ actor }: { actor: Actor }, text: string) =>
      (await searchStudio(actor, text, null, new Date())).workspaces;
    expect(await found(owner, "radio workspace")).toEqual([{ id, name: "Harbour Radio", mayInvite: true }]);
    expect(await found(owner, "invite")).toHaveLength(1);
    const editor = await makeMember(id, "editor");
    expect(await found(editor, "harbour")).toEqual([{ id, name: "Harbour Radio", mayInvite: false }]);
    expect(await found(owner, "nothing")).toEqual([]);
    expect(await found(stranger, "radio")).toEqual([]);
  });

  it("gives a limited member the shows they are limited to alone", async () => {
    const owner = await makeOwner();
    const { workspaceId } = owner;
    const [open, shut] = [
      await makeShow(owner, { title: "Garden open" }),
      await makeShow(owner, { title: "Garden shut" }),
    ];
    for (const show of [open, shut]) await makeDraft(owner, show, { title: `Garden in ${show.title}` });
    const { user, actor } = await makeMember(workspaceId, "editor");
    const membership = { userId: user.id, workspaceId };
    await db().membership.update({ where: { userId_workspaceId: membership }, data: { limited: true } });
    await db().membershipShow.create({ data: { ...membership, showId: open.id } });
    expect(await titlesFor(actor, "garden", shut.slug)).toEqual({
      shows: ["Garden open"],
      episodes: ["Garden in Garden open"],
    });
  });

  it("offers to each what their role may do", async () => {
    const owner = await makeOwner();
    await makeDraft(owner, await makeShow(owner, { title: "Harbour" }), { title: "Harbour at night" });
    const may = async (role: "admin" | "editor" | "analyst") => {
      const { actor } = await makeMember(owner.workspaceId, role);
      const { shows, episodes } = await searchStudio(actor, "harbour", null, new Date());
      return [shows[0]?.mayRule, shows[0]?.mayEdit, episodes[0]?.mayEdit];
    };
    expect(await may("admin")).toEqual([true, true, true]);
    expect(await may("editor")).toEqual([false, true, true]);
    expect(await may("analyst")).toEqual([false, false, false]);
  });

  it("finds only what may be edited where that is asked for", async () => {
    const owner = await makeOwner();
    await makeShow(owner, { title: "Harbour" });
    const found = async (role: "editor" | "analyst") => {
      const { actor } = await makeMember(owner.workspaceId, role);
      return (await searchStudio(actor, "", null, new Date(), "editor")).shows.map(({ title }) => title);
    };
    expect(await found("editor")).toEqual(["Harbour"]);
    expect(await found("analyst")).toEqual([]);
  });
});
