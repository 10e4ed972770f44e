import { describe, expect, it } from "vitest";
import { deleteEpisode, unpublishEpisode } from "@/lib/episodes/mutations";
import { type EpisodeQuestion, listEpisodeTable, PAGE_SIZE } from "@/lib/episodes/table";
import { db } from "@/lib/platform/db";
import { useDatabase } from "@/tests/support/database";
import { makeOwner } from "@/tests/support/people";
import { makeCompleteShow, makeDraft, makePublished, makeShow } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";

const HOUR = 3600_000;
const usual: EpisodeQuestion = { search: "", state: null, order: "date", reversed: false, page: 1 };

/** Draft, taken down, scheduled, and two that are out; the scheduled one is out two hours later. */
async function makeMixedShow() {
  const owner = await makeOwner();
  const show = await makeCompleteShow(owner);
  const now = new Date();
  const at = (hours: number) => new Date(now.getTime() + hours * HOUR);
  await makePublished(owner, show, { title: "banana", season: 1, number: 2 }, at(-2));
  await makePublished(owner, show, { title: "Apple 100%", season: 1, number: 10 }, at(-1));
  await makePublished(owner, show, { title: "Émile", season: 2, number: 1 }, at(1));
  await unpublishEpisode(await makePublished(owner, show, { title: "Down" }), new Date());
  await makeDraft(owner, show, { title: "Draft" });
  await deleteEpisode(await makeDraft(owner, show, { title: "Deleted" }), now);
  const titles = async (question: Partial<EpisodeQuestion>, instant = now) =>
    (await listEpisodeTable(show, { ...usual, ...question }, instant)).lines.map(({ title }) => title);
  return { show, owner, now, at, titles };
}

describe("the table of a show's episodes", () => {
  useDatabase();
  useStore();

  it("has drafts first, then the latest date, and no deleted one", async () => {
    const { titles } = await makeMixedShow();
    const order = ["Draft", "Down", "Émile", "Apple 100%", "banana"];
    expect(await titles({})).toEqual(order);
    expect(await titles({ reversed: true })).toEqual(order.toReversed());
  });

  it("is sorted by title whatever the case, and by season and number as numbers", async () => {
    const { titles } = await makeMixedShow();
    expect(await titles({ order: "title" })).toEqual(["Apple 100%", "banana", "Down", "Draft", "Émile"]);
    expect(await titles({ order: "number" })).toEqual(["banana", "Apple 100%", "Émile", "Down", "Draft"]);
    expect((await titles({ order: "number", reversed: true })).slice(2)).toEqual(["Émile", "Apple 100%", "banana"]);
  });

  it("finds part of a title whatever its case, letter by letter", async () => {
    const { titles } = await makeMixedShow();
    expect(await titles({ search: "APP" })).toEqual(["Apple 100%"]);
    expect(await titles({ search: "émi" })).toEqual(["Émile"]);
    expect(await titles({ search: "%" })).toEqual(["Apple 100%"]);
    expect(await titles({ search: "_" })).toEqual([]);
    expect(await titles({ search: "'; --" })).toEqual([]);
  });

  it("is filtered by the state of the moment, and time alone moves a scheduled one", async () => {
    const { titles, at } = await makeMixedShow();
    const states = ["draft", "unpublished", "scheduled", "published"] as const;
    const by = (instant?: Date) => Promise.all(states.map((state) => titles({ state }, instant)));
    expect(await by()).toEqual([["Draft"], ["Down"], ["Émile"], ["Apple 100%", "banana"]]);
    expect(await by(at(2))).toEqual([["Draft"], ["Down"], [], ["Émile", "Apple 100%", "banana"]]);
  });

  it("counts by state what the search finds, and says the state and length of each", async () => {
    const { show, now } = await makeMixedShow();
    const { counts, total, lines } = await listEpisodeTable(show, { ...usual, state: "published" }, now);
    expect(counts).toEqual({ draft: 1, scheduled: 1, published: 2, unpublished: 1 });
    expect(total).toBe(2);
    expect(lines[0]).toMatchObject({ state: "published", duration: 61.4, season: 1, number: 10 });
    expect((await listEpisodeTable(show, { ...usual, search: "an" }, now)).counts).toMatchObject({
      published: 1,
      draft: 0,
    });
  });

  it("shows nothing of another show", async () => {
    const { owner, now } = await makeMixedShow();
    expect(await listEpisodeTable(await makeShow(owner), usual, now)).toMatchObject({ lines: [], total: 0 });
  });

  it("of 10,000 gives each exactly once over its pages, and an empty one after the last", async () => {
    const show = await makeShow(await makeOwner());
    await db().$executeRaw`
      INSERT INTO "Episode" (id, "showId", slug, title, number, guid, "publishAt", "updatedAt")
      SELECT uuidv7(), ${show.id}::uuid, 'e-' || n, 'Episode', n / 2, n::text, now() - (n / 3) * interval '1 day', now()
      FROM generate_series(1, 10000) n`;
    const pages = Math.ceil(10_000 / PAGE_SIZE);
    for (const order of ["date", "title"] as const) {
      const seen = new Set<string>();
      for (let page = 1; page <= pages; page++)
        for (const { id } of (await listEpisodeTable(show, { ...usual, order, page }, new Date())).lines) seen.add(id);
      expect(seen.size).toBe(10_000);
    }
    const beyond = await listEpisodeTable(show, { ...usual, page: pages + 1 }, new Date());
    expect(beyond).toMatchObject({ lines: [], total: 10_000 });
  });
});
