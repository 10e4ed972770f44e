import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { HouseAdmin } from "@/lib/accounts/actor";
import {
  episodeOrders,
  findHouseEpisode,
  type HouseEpisodeQuestion,
  listHouseEpisodes,
} from "@/lib/episodes/admin-episodes";
import { deleteEpisode } from "@/lib/episodes/mutations";
import { takeDownEpisode } from "@/lib/episodes/takedown-mutations";
import { db } from "@/lib/platform/db";
import { findHouseShow, listHouseShows, type ShowQuestion, showOrders } from "@/lib/shows/admin-shows";
import { deleteShow } from "@/lib/shows/mutations";
import { takeDownShow } from "@/lib/shows/takedown-mutations";
import { useDatabase } from "@/tests/support/database";
import { makeHouseAdmin, makeOwner, type Person } from "@/tests/support/people";
import { makeCompleteShow, makeDraft, makePublished, makeShow, present } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";

useDatabase();
useStore();

const now = new Date();
/** What is published during the tests is out by then. */
const asked = new Date(now.getTime() + 600_000);
const MANY = 120;
let admin: HouseAdmin;
let owner: Person;

beforeAll(async () => {
  [admin, owner] = [await makeHouseAdmin(), await makeOwner({ name: "Mara" })];
  const show = await makeShow(owner, { title: "Many of a name", slug: "many" });
  const { workspaceId } = show;
  // All of one name: only the id keeps them apart.
  const shows = Array.from({ length: MANY }, (_, n) => ({
    ...{ workspaceId, slug: `same-${n}`, title: "Same", author: "Mara", language: "en", category: "Arts" },
    podcastGuid: randomUUID(),
  }));
  await db().show.createMany({ data: shows });
  const episodes = Array.from({ length: MANY }, (_, n) => ({
    ...{ showId: show.id, slug: `same-${n}`, title: "Same", guid: randomUUID() },
  }));
  await db().episode.createMany({ data: episodes });
});

const shows = (question: Partial<ShowQuestion>) =>
  listHouseShows(admin, { search: "", filter: null, order: "newest", reversed: false, page: 1, ...question }, asked);

const episodes = (question: Partial<HouseEpisodeQuestion>) =>
  listHouseEpisodes(admin, { search: "", filter: null, order: "newest", reversed: false, page: 1, ...question }, asked);

describe("the list of all shows", () => {
  it.each(showOrders)("by %s has each once over its pages, and turned round the other way round", async (order) => {
    const ids = async (reversed: boolean) => {
      const pages = [1, 2, 3].map((page) => shows({ search: "SAME", order, reversed, page }));
      return (await Promise.all(pages)).flatMap(({ lines }) => lines.map(({ id }) => id));
    };
    const there = await ids(false);
    expect(new Set(there).size).toBe(MANY);
    expect(await ids(true)).toEqual(there.toReversed());
    expect((await shows({ search: "same", page: 4 })).lines).toEqual([]);
  });

  it("finds by title, address and workspace, and takes wildcards as they stand", async () => {
    const person = await makeOwner({ name: `W ${randomUUID()}` });
    const show = await makeShow(person, { title: "100% Ärger", slug: `s-${randomUUID()}` });
    const { name } = await db().workspace.findUniqueOrThrow({ where: { id: person.workspaceId } });
    const found = async (search: string) => (await shows({ search })).lines.map(({ id }) => id);
    for (const search of ["% ärger", show.slug, name.toUpperCase()]) expect(await found(search)).toEqual([show.id]);
    expect(await found("%%")).toEqual([]);
  });

  it("knows what is on the air, incomplete, taken down and deleted, and counts each", async () => {
    const person = await makeOwner();
    const named = (title: string) => makeCompleteShow(person, { title, slug: `f-${randomUUID()}` });
    const [air, quiet, down, gone] = [
      await named("Fq air"),
      await named("Fq quiet"),
      await named("Fq down"),
      await named("Fq gone"),
    ];
    const bare = await makeShow(person, { title: "Fq bare", slug: `f-${randomUUID()}` });
    for (const show of [air, down, gone]) await makePublished(person, show);
    await makePublished(person, quiet, {}, new Date(now.getTime() + 3_600_000));
    await takeDownShow(admin, present(await findHouseShow(admin, down.id, now)), "Not theirs.", now);
    await deleteShow(gone, now);
    const found = async (filter: ShowQuestion["filter"]) =>
      (await shows({ search: "Fq ", filter, order: "title" })).lines;
    const ids = async (filter: ShowQuestion["filter"]) => (await found(filter)).map(({ id }) => id);
    expect(await ids("air")).toEqual([air.id]);
    expect(await ids("incomplete")).toEqual([bare.id]);
    expect(await ids("takenDown")).toEqual([down.id]);
    expect(await ids("deleted")).toEqual([gone.id]);
    expect(await ids(null)).toEqual([air.id, bare.id, down.id, gone.id, quiet.id]);
    const { counts, total } = await shows({ search: "Fq ", filter: "air" });
    expect([counts, total]).toEqual([{ all: 5, air: 1, incomplete: 1, takenDown: 1, deleted: 1 }, 1]);
    const [line] = await found("air");
    expect(line).toMatchObject({ episodes: 1, published: 1, complete: true, workspaceId: person.workspaceId });
  });
});

describe("the list of all episodes", () => {
  it.each(episodeOrders)("by %s has each once over its pages, and turned round the other way round", async (order) => {
    const ids = async (reversed: boolean) => {
      const pages = [1, 2, 3].map((page) => episodes({ search: "many of a", order, reversed, page }));
      return (await Promise.all(pages)).flatMap(({ lines }) => lines.map(({ id }) => id));
    };
    const there = await ids(false);
    expect(new Set(there).size).toBe(MANY);
    expect(await ids(true)).toEqual(there.toReversed());
  });

  it("finds by title, by its show's title and by its show's whole address", async () => {
    const show = await makeShow(owner, { title: "The ferry to nowhere", slug: `e-${randomUUID()}` });
    const draft = await makeDraft(owner, show, { title: "Fog_and%rain" });
    const found = async (search: string) => (await episodes({ search })).lines.map(({ id }) => id);
    for (const search of ["G_AND%R", "ferry to NOWHERE", show.slug.toUpperCase()])
      expect(await found(search)).toEqual([draft.id]);
    expect(await found(show.slug.slice(0, 20))).toEqual([]);
  });

  it("knows what is on the air, scheduled, without audio, taken down and deleted, and counts each", async () => {
    const show = await makeCompleteShow(owner, { title: "G show", slug: `g-${randomUUID()}` });
    const later = new Date(now.getTime() + 3_600_000);
    const [air, down] = [
      await makePublished(owner, show, { title: "G1" }),
      await makePublished(owner, show, { title: "G2" }),
    ];
    const waits = await makePublished(owner, show, { title: "G3" }, later);
    const [bare, gone] = [
      await makeDraft(owner, show, { title: "G4" }),
      await makePublished(owner, show, { title: "G5" }),
    ];
    await takeDownEpisode(admin, present(await findHouseEpisode(admin, down.id)), "Not theirs.", now);
    await deleteEpisode(gone, now);
    const ask = (filter: HouseEpisodeQuestion["filter"]) => episodes({ search: "G show", filter, order: "title" });
    const ids = async (filter: HouseEpisodeQuestion["filter"]) => (await ask(filter)).lines.map(({ id }) => id);
    expect(await ids("air")).toEqual([air.id]);
    expect(await ids("scheduled")).toEqual([waits.id]);
    expect(await ids("incomplete")).toEqual([bare.id]);
    expect(await ids("takenDown")).toEqual([down.id]);
    expect(await ids("deleted")).toEqual([gone.id]);
    expect(await ids(null)).toEqual([air.id, down.id, waits.id, bare.id, gone.id]);
    const { counts, total, lines } = await ask("air");
    expect([counts, total]).toEqual([{ all: 5, air: 1, scheduled: 1, incomplete: 1, takenDown: 1, deleted: 1 }, 1]);
    expect(lines).toMatchObject([{ state: "published", show: "G show", showId: show.id }]);
  });
});
