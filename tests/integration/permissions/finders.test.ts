import { globSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/accounts/actor";
import { findWorkspaceFor } from "@/lib/accounts/queries";
import { findDeletedEpisodeFor, findEpisodeFor } from "@/lib/episodes/queries";
import { findMediaFor, findUploadFor } from "@/lib/media/queries";
import { findDeletedShowFor, findShowFor, listShowsFor } from "@/lib/shows/queries";
import type { Role } from "@/prisma/generated/client";
import { useDatabase } from "@/tests/support/database";
import { useStore } from "@/tests/support/stores";
import { type Cast, deletedEpisode, deletedShow, makeCast, makeWorld, type World } from "./world";

useDatabase();
useStore();

const roles: Role[] = ["analyst", "editor", "admin", "owner"];
const people = ["suspended", "stranger", "house admin", "limited editor", ...roles] as const;
/** What is found by members who are limited to other shows too. */
const ofWorkspace = ["findWorkspaceFor"];
const now = () => new Date();

type Look = (world: World, actor: Actor, role: Role) => Promise<unknown>;

/** Each finder that takes an actor, and what it looks for. */
const finders: Record<string, Look> = {
  findWorkspaceFor: ({ show }, actor, role) => findWorkspaceFor(actor, show.workspaceId, role),
  findShowFor: ({ show }, actor, role) => findShowFor(actor, show.slug, role),
  findDeletedShowFor: async (world, actor, role) => findDeletedShowFor(actor, await deletedShow(world), role, now()),
  findEpisodeFor: ({ draft }, actor, role) => findEpisodeFor(actor, draft.id, role),
  findDeletedEpisodeFor: async (world, actor, role) =>
    findDeletedEpisodeFor(actor, await deletedEpisode(world), role, now()),
  findMediaFor: ({ draft }, actor, role) => findMediaFor(actor, draft.audioId ?? "", role),
  findUploadFor: async ({ upload }, actor, role) => findUploadFor(actor, (await upload()).id, role),
};

describe("a finder", () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await makeCast();
  });

  it("that takes an actor is in this table", async () => {
    const modules = await Promise.all(globSync("lib/*/queries.ts").map((file) => import(resolve(file))));
    const exported = modules.flatMap((module) => Object.keys(module)).filter((name) => /^find\w+For$/.test(name));
    expect(Object.keys(finders).sort()).toEqual(exported.sort());
  });

  it.each(Object.entries(finders))(
    "%s gives the thing to the role asked for and those above it alone",
    async (name, look) => {
      const world = await makeWorld(cast.owner);
      const found = [];
      for (const role of roles)
        for (const person of people) if (await look(world, cast[person].actor, role)) found.push(`${role}: ${person}`);
      const expected = roles.flatMap((role, rank) => roles.slice(rank).map((person) => `${role}: ${person}`));
      if (ofWorkspace.includes(name)) expected.push("analyst: limited editor", "editor: limited editor");
      expect(found.sort()).toEqual(expected.sort());
    },
  );

  it.each(Object.entries(finders))("%s says who found it", async (_, look) => {
    const { actor } = cast.owner;
    expect(await look(await makeWorld(cast.owner), actor, "owner")).toMatchObject({ by: actor });
  });

  it("of a list gives members their shows, and others none of them", async () => {
    const { show } = await makeWorld(cast.owner);
    const sees = async (actor: Actor) =>
      (await listShowsFor(actor, { after: null, limit: 1000 })).some(({ id }) => id === show.id);
    const seen = await Promise.all(people.map(async (person) => [person, await sees(cast[person].actor)]));
    expect(seen.filter(([, sees]) => sees).map(([person]) => person)).toEqual(roles);
  });
});
