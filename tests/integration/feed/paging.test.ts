import { expect, it } from "vitest";
import { listPublicEpisodes } from "@/lib/feed/public-queries";
import { useDatabase } from "@/tests/support/database";
import { makeOwner } from "@/tests/support/people";
import { makeCompleteShow, makePublished } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";

useDatabase();
useStore();

const anId = "01a20596-e67a-705b-a821-12850217ab34";

async function makeShowOfThree() {
  const owner = await makeOwner();
  const show = await makeCompleteShow(owner);
  const sameDay = new Date("2026-05-01T06:00:00Z");
  for (const title of ["One", "Two", "Three"]) await makePublished(owner, show, { title }, sameDay);
  return async (cursor: string | null) => {
    const { episodes, nextCursor } = await listPublicEpisodes(show.slug, { cursor, limit: 2 }, new Date());
    return { titles: episodes.map(({ title }) => title), nextCursor };
  };
}

it("episodes of one moment are shown page by page, each once", async () => {
  const page = await makeShowOfThree();
  const first = await page(null);
  expect(first.titles).toEqual(["Three", "Two"]);
  expect(await page(first.nextCursor)).toEqual({ titles: ["One"], nextCursor: null });
});

it.each(["", "x", "_", `x_${anId}`, `0000-01-01T00:00:00.000Z_${anId}`, `-271821-04-20T00:00:00.000Z_${anId}`])(
  "the cursor %j, which is none, shows the newest",
  async (cursor) => {
    const page = await makeShowOfThree();
    expect((await page(cursor)).titles).toEqual(["Three", "Two"]);
  },
);

it("a cursor beyond every date shows the newest too", async () => {
  const page = await makeShowOfThree();
  expect((await page(`+275760-09-13T00:00:00.000Z_${anId}`)).titles).toEqual(["Three", "Two"]);
});

it("the list shows the first words of the notes, of scripts without spaces too", async () => {
  const owner = await makeOwner();
  const show = await makeCompleteShow(owner);
  await makePublished(owner, show, { notes: `<p>${"夜の電波".repeat(500)}</p>` });
  const { episodes } = await listPublicEpisodes(show.slug, { cursor: null, limit: 2 }, new Date(Date.now() + 1000));
  expect(episodes.map(({ summary }) => summary)).toEqual([`${"夜の電波".repeat(70)}…`]);
});
