import { describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { deleteShowConfirmed, moveShowConfirmed } from "@/lib/shows/danger";
import { changeShow } from "@/lib/shows/mutations";
import { findShowFor, listDeletedShows, listFormerSlugs } from "@/lib/shows/queries";
import { showChangesSchema } from "@/lib/shows/schema";
import { saveSettings, settingsOf } from "@/lib/shows/settings";
import { useDatabase } from "@/tests/support/database";
import { makeMember, makeOwner, type Person } from "@/tests/support/people";
import { makeShow, present, showOf } from "@/tests/support/shows";

useDatabase();

const now = () => new Date();

/** A show whose settings somebody has open while Edith saves `fields`. */
async function openedBefore(fields: Parameters<typeof showChangesSchema.parse>[0]) {
  const owner = await makeOwner();
  const edith = await makeMember(owner.workspaceId, "editor", "Edith Editor");
  const show = await makeShow(owner);
  const was = settingsOf(show);
  await changeShow(await asEdith(edith, show), show.version, showChangesSchema.parse(fields), now());
  const save = async (changes: object) =>
    saveSettings(await showOf(owner, show), was, showChangesSchema.parse(changes), now());
  const stands = async () => settingsOf(await showOf(owner, show));
  return { save, stands, was };
}

const asEdith = async ({ actor }: Person, { slug }: { slug: string }) =>
  present(await findShowFor(actor, slug, "editor"));

describe("a section of the settings", () => {
  it("leaves what others saved in other fields meanwhile", async () => {
    const { save, stands, was } = await openedBefore({ title: "Edith’s" });
    expect(await save({ title: was.title, author: "Ada" })).toBeNull();
    expect(await stands()).toMatchObject({ title: "Edith’s", author: "Ada" });
  });

  it("writes nothing over a field that somebody else saved, and says who and what", async () => {
    const { save, stands } = await openedBefore({ title: "Edith’s", category: "News" });
    const conflict = await save({ title: "Mine", author: "Ada", category: "Arts > Food" });
    expect(conflict).toEqual({
      by: "Edith Editor",
      at: expect.any(Date),
      theirs: { title: "Edith’s", category: "News" },
    });
    expect(await stands()).toMatchObject({ title: "Edith’s", category: "News" });
    expect((await stands()).author).not.toBe("Ada");
  });

  it("takes the same change twice", async () => {
    const { save, stands } = await openedBefore({ title: "Both" });
    expect(await save({ title: "Both", author: "Ada" })).toBeNull();
    expect(await stands()).toMatchObject({ title: "Both", author: "Ada" });
  });

  it("leaves no trace when nothing was changed", async () => {
    const owner = await makeOwner();
    const show = await makeShow(owner);
    expect(await saveSettings(show, settingsOf(show), { title: show.title }, now())).toBeNull();
    expect(await db().auditEvent.count({ where: { targetId: show.id, act: "changeShow" } })).toBe(0);
  });
});

describe("the danger zone", () => {
  it("moves a show only when its name was typed, and remembers where it was", async () => {
    const owner = await makeOwner();
    const show = await makeShow(owner);
    const move = { slug: `${show.slug}-b`, confirmation: "something" };
    await expect(moveShowConfirmed(show, move, now())).rejects.toMatchObject({ code: "invalid" });
    await moveShowConfirmed(show, { ...move, confirmation: ` ${show.title} ` }, now());
    expect(await listFormerSlugs(await showOf(owner, move))).toEqual([show.slug]);
  });

  it("deletes a show only when its address was typed, and lists it for those who may bring it back", async () => {
    const owner = await makeOwner();
    const editor = await makeMember(owner.workspaceId, "editor");
    const show = await makeShow(owner);
    await expect(deleteShowConfirmed(show, show.title, now())).rejects.toMatchObject({ code: "invalid" });
    await deleteShowConfirmed(show, show.slug, now());
    expect(await listDeletedShows(owner.actor, now())).toMatchObject([{ slug: show.slug }]);
    expect(await listDeletedShows(editor.actor, now())).toEqual([]);
    expect(await listDeletedShows(owner.actor, new Date(Date.now() + 31 * 86_400_000))).toEqual([]);
  });
});
