import { describe, expect, it } from "vitest";
import { fieldsOf } from "@/lib/episodes/fields";
import { findRevision, listRevisions, snapshotOf } from "@/lib/episodes/history";
import { changeEpisode } from "@/lib/episodes/mutations";
import { findEpisodeFor } from "@/lib/episodes/queries";
import { restoreRevision } from "@/lib/episodes/revision-mutations";
import { episodeChangesSchema } from "@/lib/episodes/schema";
import { db } from "@/lib/platform/db";
import { useDatabase } from "@/tests/support/database";
import { makeMember, makeOwner, type Person } from "@/tests/support/people";
import { episodeOf, makeCompleteShow, makeDraft, makePublished, present } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";

useDatabase();
useStore();

const noon = new Date("2030-06-01T12:00:00Z");
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);

describe("the history of an episode", () => {
  it("has who saved, when and which fields, latest first", async () => {
    const { owner, editor, id, save } = await makeScene();
    await save(editor, { title: "Two", number: 2 }, minutes(0));
    await save(owner, { notes: "<p>Three</p>" }, minutes(1));
    expect(await lines(owner, id)).toEqual([
      { version: 3, at: minutes(1), by: owner.user.name, changed: ["notes"], first: false },
      { version: 2, at: minutes(0), by: "Edith Editor", changed: ["title", "number"], first: false },
      { version: 1, at: expect.any(Date), by: owner.user.name, changed: [], first: true },
    ]);
    expect(await findRevision(await episodeOf(owner, { id }), 2)).toMatchObject({
      before: { title: "The first stop", number: null },
      fields: { title: "Two", number: 2, notes: "" },
    });
  });

  it("keeps what one person types in five minutes of the clock as one, whoever saves between ends it", async () => {
    const { owner, editor, id, save } = await makeScene();
    for (const minute of [0, 1, 4.9]) await save(owner, { title: `At ${minute}` }, minutes(minute));
    await save(owner, { title: "At 5" }, minutes(5));
    await save(editor, { title: "Edith" }, minutes(6));
    await save(owner, { title: "At 7" }, minutes(7));
    expect(await titles(owner, id)).toEqual(["At 7", "Edith", "At 5", "At 4.9", "The first stop"]);
  });

  it("keeps what was there before a great deal of it was taken away", async () => {
    const { owner, id, save } = await makeScene();
    const notes = "<p>What took an hour to write, and is gone with one press of a key.</p>";
    await save(owner, { notes }, minutes(0));
    await save(owner, { notes: "" }, minutes(0.1));
    expect((await revisions(owner, id)).map(({ fields }) => fields)).toMatchObject([{ notes: "" }, { notes }, {}]);
  });

  it("says of whoever left that somebody did", async () => {
    const { owner, editor, id, save } = await makeScene();
    await save(editor, { title: "Two" }, minutes(0));
    await db().user.delete({ where: { id: editor.user.id } });
    expect((await lines(owner, id))[0]).toMatchObject({ by: "Somebody who left", changed: ["title"] });
  });

  it("begins with what was there, where an episode is older than its history", async () => {
    const { owner, id, save } = await makeScene();
    await db().episodeRevision.deleteMany({ where: { episodeId: id } });
    await save(owner, { title: "Two" }, minutes(0));
    expect(await titles(owner, id)).toEqual(["Two", "The first stop"]);
  });

  it("has nothing of a save that was refused", async () => {
    const owner = await makeOwner();
    const show = await makeCompleteShow(owner, { type: "serial" });
    const episode = await makePublished(owner, show, { number: 1 });
    const change = episodeChangesSchema.parse({ number: null });
    await expect(changeEpisode(episode, episode.version, change, noon)).rejects.toMatchObject({
      code: "not-publishable",
    });
    expect(await lines(owner, episode.id)).toHaveLength(1);
  });
});

describe("a version that is restored", () => {
  it("comes back as a new one, what stood there stays in the history, and that can be restored too", async () => {
    const { owner, id, save } = await makeScene();
    await save(owner, { title: "Two", slug: "two", season: 2 }, minutes(0));
    const [second, first] = await revisions(owner, id);
    await restore(owner, id, present(first ?? null), minutes(1));
    expect(await episodeOf(owner, { id })).toMatchObject({ title: "The first stop", season: null, version: 3 });
    expect(await titles(owner, id)).toEqual(["The first stop", "Two", "The first stop"]);
    await restore(owner, id, present(second ?? null), minutes(1.5));
    expect(await episodeOf(owner, { id })).toMatchObject({ title: "Two", slug: "two", season: 2 });
    expect(await titles(owner, id)).toEqual(["Two", "The first stop", "Two", "The first stop"]);
  });

  it("is refused when somebody saved in the meantime", async () => {
    const { owner, editor, id, save } = await makeScene();
    const mine = await episodeOf(owner, { id });
    await save(editor, { title: "Edith" }, minutes(0));
    const old = { version: 1, fields: fieldsOf(mine) };
    await expect(restoreRevision(mine, mine.version, old, minutes(1))).rejects.toMatchObject({ code: "stale" });
    expect(await episodeOf(owner, { id })).toMatchObject({ title: "Edith" });
  });
});

describe("what an open editor is told", () => {
  it("is the present version with who saved it", async () => {
    const { owner, editor, id, save } = await makeScene();
    await save(editor, { title: "Two" }, minutes(0));
    expect(await snapshotOf(await episodeOf(owner, { id }))).toMatchObject({
      ...{ version: 2, fields: { title: "Two" }, by: { id: editor.user.id, name: "Edith Editor" } },
    });
  });
});

async function makeScene() {
  const owner = await makeOwner();
  const editor = await makeMember(owner.workspaceId, "editor", "Edith Editor");
  const { id } = await makeDraft(owner, await makeCompleteShow(owner));
  const save = async (person: Person, fields: object, now: Date) => {
    const episode = present(await findEpisodeFor(person.actor, id, "editor"));
    await changeEpisode(episode, episode.version, episodeChangesSchema.parse(fields), now);
  };
  return { owner, editor, id, save };
}

const lines = async (person: Person, id: string) => listRevisions(await episodeOf(person, { id }), null);

async function revisions(person: Person, id: string) {
  const episode = await episodeOf(person, { id });
  const found = (await lines(person, id)).map(({ version }) => findRevision(episode, version));
  return (await Promise.all(found)).map((revision) => present(revision));
}

const titles = async (person: Person, id: string) => (await revisions(person, id)).map(({ fields }) => fields.title);

async function restore(person: Person, id: string, revision: Awaited<ReturnType<typeof revisions>>[number], now: Date) {
  const episode = await episodeOf(person, { id });
  await restoreRevision(episode, episode.version, revision, now);
}
