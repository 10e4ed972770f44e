import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { endPresence, keepPresence } from "@/lib/episodes/presence";
import { findEpisodeFor } from "@/lib/episodes/queries";
import { useDatabase } from "@/tests/support/database";
import { makeMember, makeOwner, type Person } from "@/tests/support/people";
import { makeCompleteShow, makeDraft, present } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";

useDatabase();
useStore();

const noon = new Date("2030-06-01T12:00:00Z");
const seconds = (count: number) => new Date(noon.getTime() + count * 1000);

describe("who has an episode open", () => {
  it("is told to the others, once each however many tabs they have, until they leave or are not heard of", async () => {
    const owner = await makeOwner();
    const mara = await makeMember(owner.workspaceId, "analyst", "Mara Lund");
    const { id } = await makeDraft(owner, await makeCompleteShow(owner));
    const tab = randomUUID();
    const beat = async (person: Person, at: Date, its = randomUUID()) => {
      const episode = present(await findEpisodeFor(person.actor, id, "analyst"));
      return (await keepPresence(episode, its, at)).map(({ name }) => name);
    };
    expect(await beat(mara, seconds(0), tab)).toEqual([]);
    await beat(mara, seconds(0));
    expect(await beat(owner, seconds(1))).toEqual(["Mara Lund"]);
    expect(await beat(mara, seconds(25), tab)).toEqual([owner.user.name]);
    expect(await beat(owner, seconds(50))).toEqual(["Mara Lund"]);
    await endPresence(present(await findEpisodeFor(mara.actor, id, "analyst")), tab);
    expect(await beat(owner, seconds(51))).toEqual([]);
    await beat(mara, seconds(52), tab);
    expect(await beat(owner, seconds(90))).toEqual([]);
  });

  it("cannot be said in another's tab", async () => {
    const owner = await makeOwner();
    const mara = await makeMember(owner.workspaceId, "analyst", "Mara Lund");
    const { id } = await makeDraft(owner, await makeCompleteShow(owner));
    const [mine, theirs] = await Promise.all(
      [owner, mara].map(async ({ actor }) => present(await findEpisodeFor(actor, id, "analyst"))),
    );
    const tab = randomUUID();
    await keepPresence(present(theirs ?? null), tab, noon);
    await keepPresence(present(mine ?? null), tab, noon);
    await endPresence(present(mine ?? null), tab);
    expect(await keepPresence(present(mine ?? null), randomUUID(), noon)).toMatchObject([{ name: "Mara Lund" }]);
  });
});
