import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { deleteEpisode } from "@/lib/episodes/mutations";
import { endPresence, keepPresence } from "@/lib/episodes/presence";
import { findEpisodeFor } from "@/lib/episodes/queries";
import { db } from "@/lib/platform/db";
import { announce } from "@/lib/platform/live";
import { hearLive } from "@/lib/platform/live-hub";
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

  it("is told of once when a tab goes on from an episode that was deleted in it, however often it says so", async () => {
    const owner = await makeOwner();
    const mara = await makeMember(owner.workspaceId, "analyst", "Mara Lund");
    const show = await makeCompleteShow(owner);
    const [gone, next] = [await makeDraft(owner, show), await makeDraft(owner, show, { title: "The second stop" })];
    const tab = randomUUID();
    await keepPresence(gone, tab, noon);
    await deleteEpisode(gone, noon);
    const told = await tellings(async () => {
      for (const at of [1, 2, 3]) await keepPresence(next, tab, seconds(at));
    });
    expect(told).toEqual([`episode:${gone.id}`, `episode:${next.id}`]);
    const seen = present(await findEpisodeFor(mara.actor, next.id, "analyst"));
    expect(await keepPresence(seen, randomUUID(), seconds(4))).toMatchObject([{ name: owner.user.name }]);
  });
});

/** The topics that presence was announced for while something was done. */
async function tellings(act: () => Promise<void>): Promise<string[]> {
  const told: string[] = [];
  const { promise: heardAll, resolve } = Promise.withResolvers<void>();
  const { ready, stop } = hearLive((event) => {
    if (event?.kind === "presence") told.push(event.topic);
    if (event?.kind === "all done") resolve();
  });
  await ready;
  await act();
  await db().$transaction((tx) => announce(tx, { topic: "show:none", kind: "all done", id: "", by: null }));
  await heardAll;
  stop();
  return told;
}
