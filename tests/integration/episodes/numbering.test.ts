import { describe, expect, it } from "vitest";
import { nextPlace } from "@/lib/episodes/numbering";
import { useDatabase } from "@/tests/support/database";
import { makeOwner } from "@/tests/support/people";
import { makeCompleteShow, makeDraft } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";

useDatabase();
useStore();

describe("the place that is suggested for an episode", () => {
  it("is the first of all where there is no other", async () => {
    const owner = await makeOwner();
    const show = await makeCompleteShow(owner);
    const { id } = await makeDraft(owner, show);
    expect(await nextPlace(show, id)).toEqual({ season: null, number: 1 });
  });

  it("is the next number of the latest season, of full episodes, its own not counted", async () => {
    const owner = await makeOwner();
    const show = await makeCompleteShow(owner);
    await makeDraft(owner, show, { season: 1, number: 12 });
    await makeDraft(owner, show, { season: 2, number: 3 });
    await makeDraft(owner, show, { season: 2, number: 9, type: "bonus" });
    await makeDraft(owner, show, { number: 40 });
    const { id } = await makeDraft(owner, show, { season: 2, number: 7 });
    expect(await nextPlace(show, id)).toEqual({ season: 2, number: 4 });
  });
});
