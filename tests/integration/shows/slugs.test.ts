import { describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { changeShow, deleteShow } from "@/lib/shows/mutations";
import { findShowAt, findShowFor } from "@/lib/shows/queries";
import { newShowSchema, showChangesSchema } from "@/lib/shows/schema";
import { atOnce } from "@/tests/support/crowd";
import { useDatabase } from "@/tests/support/database";
import { makeOwner, type Person } from "@/tests/support/people";
import { makeShow, showOf } from "@/tests/support/shows";

describe("the address of a show", () => {
  useDatabase();

  const rename = async (owner: Person, show: { slug: string }, slug: string) => {
    const present = await showOf(owner, show);
    return changeShow(present, present.version, showChangesSchema.parse({ slug }), new Date());
  };

  it("is made of its title, whatever the script, and numbered when it is taken", async () => {
    const owner = await makeOwner();
    const slugs = [];
    for (const title of ["Über Bücher", "Über Bücher!", "夜行列車", "Studio"])
      slugs.push((await makeShow(owner, { title })).slug);
    expect(slugs).toEqual(["uber-bucher", "uber-bucher-2", expect.stringMatching(/^[a-z0-9-]+$/), "studio-2"]);
  });

  it("is made up where nothing of the title can be written", async () => {
    const { slug } = await makeShow(await makeOwner(), { title: "🎙️🎙️" });
    expect(slug).toMatch(/^show-[0-9a-f]{6}$/);
  });

  it("can be no word that the house needs", () => {
    const wish = (slug: string) => newShowSchema.safeParse({ title: "A", language: "en", category: "Arts", slug });
    expect(wish("studio").error?.issues[0]?.message).toMatch(/the house needs for itself/);
    expect(wish("night-train").success).toBe(true);
  });

  it("leads from each old one to the present one, and back again after a change of mind", async () => {
    const owner = await makeOwner();
    const show = await makeShow(owner, { title: "First Name" });
    const second = await rename(owner, show, "second-name");
    await rename(owner, second, "third-name");
    expect(await findShowAt("first-name", new Date())).toEqual({ movedTo: "third-name" });
    expect(await findShowAt("second-name", new Date())).toEqual({ movedTo: "third-name" });
    await rename(owner, { slug: "third-name" }, "first-name");
    expect(await findShowAt("first-name", new Date())).toMatchObject({ found: { id: show.id } });
    expect(await findShowAt("third-name", new Date())).toEqual({ movedTo: "first-name" });
  });

  it("is never given to another show: not an old one, not one of a deleted show", async () => {
    const owner = await makeOwner();
    const moved = await rename(owner, await makeShow(owner, { title: "Taken Once" }), "moved-away");
    await deleteShow(await showOf(owner, moved), new Date());
    for (const slug of ["taken-once", "moved-away"])
      await expect(makeShow(owner, { slug })).rejects.toMatchObject({ code: "conflict", facts: { field: "slug" } });
    const other = await makeShow(owner, { title: "Taken Once" });
    expect(other.slug).toBe("taken-once-2");
    await expect(rename(owner, other, "moved-away")).rejects.toMatchObject({ code: "conflict" });
    expect((await showOf(owner, other)).version).toBe(other.version);
  });

  it("goes to one of two shows that are made at once", async () => {
    const owner = await makeOwner();
    const made = await Promise.all([1, 2, 3].map(() => makeShow(owner, { title: "All At Once" })));
    expect(made.map(({ slug }) => slug).sort()).toEqual(["all-at-once", "all-at-once-2", "all-at-once-3"]);
    expect(await db().showSlug.count({ where: { slug: { startsWith: "all-at-once" } } })).toBe(3);
  });

  it("goes to one of two shows that want it at once, and the other is told", async () => {
    const owner = await makeOwner();
    const shows = [await makeShow(owner), await makeShow(owner)];
    const wish = (show: { slug: string }) => () =>
      rename(owner, show, "the-one-and-only")
        .then(() => "renamed")
        .catch((error) => error.code);
    const outcomes = await Promise.all(await atOnce("ShowSlug", "SHARE ROW EXCLUSIVE", shows.map(wish)));
    expect(outcomes.sort()).toEqual(["conflict", "renamed"]);
  });

  it.each(["", "a\0b", "UPPER", "a/b", "ü", "x".repeat(70)])("that is none (%j) finds nothing", async (slug) => {
    expect(await findShowAt(slug, new Date())).toBeNull();
    expect(await findShowFor((await makeOwner()).actor, slug, "analyst")).toBeNull();
  });
});
