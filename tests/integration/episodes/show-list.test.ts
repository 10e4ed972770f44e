import { describe, expect, it } from "vitest";
import { listShowLines } from "@/lib/episodes/show-list";
import { db } from "@/lib/platform/db";
import { deleteShow } from "@/lib/shows/mutations";
import { useDatabase } from "@/tests/support/database";
import { makeMember, makeOwner } from "@/tests/support/people";
import { makeCompleteShow, makeDraft, makePublished, makeShow, showOf } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";

const HOUR = 3600_000;

describe("the list of shows", () => {
  useDatabase();
  useStore();

  it("says of each what is in it, what came out last, and what it still lacks", async () => {
    const owner = await makeOwner({ name: "Ada" });
    const [now, before] = [new Date(), new Date(Date.now() - HOUR)];
    const whole = await makeCompleteShow(owner, { title: "A whole one" });
    await makePublished(owner, whole, { title: "First" }, new Date(before.getTime() - HOUR));
    await makePublished(owner, whole, { title: "Second" }, before);
    await makePublished(owner, whole, { title: "To come" }, new Date(now.getTime() + HOUR));
    const down = await makePublished(owner, whole, { title: "Taken down" }, new Date(before.getTime() + HOUR / 2));
    await db().episode.update({ where: { id: down.id }, data: { takenDownAt: now } });
    await makeDraft(owner, whole);
    await makeShow(owner, { title: "Begun" });
    const { lines, total, pages } = await listShowLines(owner.actor, { page: 1 }, now);
    expect([total, pages]).toEqual([2, 1]);
    expect(lines).toMatchObject([
      { title: "A whole one", workspace: "Ada", blockers: [], published: 3, scheduled: 1, drafts: 1 },
      { title: "Begun", artworkUrl: null, published: 0, scheduled: 0, drafts: 0, latest: null },
    ]);
    expect(lines[0]?.latest).toEqual({ title: "Second", publishAt: before });
    expect(lines[0]?.artworkUrl).toMatch(/\/media\/artwork\//);
    expect(lines[1]?.blockers.map(({ code }) => code)).toEqual(["show-description", "show-artwork"]);
    const [later] = (await listShowLines(owner.actor, { page: 1 }, new Date(now.getTime() + 2 * HOUR))).lines;
    expect(later).toMatchObject({ published: 4, scheduled: 0, latest: { title: "To come" } });
  });

  it("has the shows of every workspace somebody belongs to, no deleted ones, and nothing for strangers", async () => {
    const owner = await makeOwner();
    const analyst = await makeMember(owner.workspaceId, "analyst");
    await makeShow(owner, { title: "Kept" });
    await deleteShow(await showOf(owner, await makeShow(owner, { title: "Deleted" })), new Date());
    const titles = async ({ user }: typeof owner) =>
      (await listShowLines({ user, workspaceId: null, via: "session" }, { page: 1 }, new Date())).lines.map(
        ({ title }) => title,
      );
    expect(await titles(owner)).toEqual(["Kept"]);
    expect(await titles(analyst)).toEqual(["Kept"]);
    expect(await titles(await makeOwner({ admin: true }))).toEqual([]);
  });

  it("goes on from page to page", async () => {
    const owner = await makeOwner();
    for (let number = 0; number < 51; number++) await makeShow(owner, { title: `Show ${number}` });
    const page = (number: number) => listShowLines(owner.actor, { page: number }, new Date());
    const [first, second] = [await page(1), await page(2)];
    expect([first.lines.length, second.lines.length, second.pages]).toEqual([50, 1, 2]);
    expect(new Set([...first.lines, ...second.lines].map(({ slug }) => slug)).size).toBe(51);
  });
});
