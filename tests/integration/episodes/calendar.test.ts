import { beforeAll, expect, it } from "vitest";
import { listCalendar } from "@/lib/episodes/calendar";
import { listDeletedEpisodes } from "@/lib/episodes/deleted";
import { deleteEpisode } from "@/lib/episodes/mutations";
import { nextPublication } from "@/lib/episodes/next-publication";
import { standingOf } from "@/lib/episodes/standing";
import { useDatabase } from "@/tests/support/database";
import { makeOwner, type Person } from "@/tests/support/people";
import { makeCompleteShow, makeDraft, makePublished } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";

useDatabase();
useStore();

const now = new Date();
const inDays = (days: number) => new Date(now.getTime() + days * 24 * 3600_000);
const month = { from: inDays(-10), to: inDays(10) };

let owner: Person;
beforeAll(async () => {
  owner = await makeOwner();
});

it("a calendar has what is out and what is to come, in order, and nothing of drafts, the deleted and other shows", async () => {
  const [show, other] = [await makeCompleteShow(owner), await makeCompleteShow(owner)];
  await makePublished(owner, show, { title: "later" }, inDays(5));
  await makePublished(owner, show, { title: "out" }, inDays(-5));
  await makePublished(owner, show, { title: "next month" }, inDays(20));
  await makePublished(owner, other, { title: "elsewhere" }, inDays(5));
  await makeDraft(owner, show, { title: "draft" });
  await deleteEpisode(await makePublished(owner, show, { title: "deleted" }, inDays(4)), now);
  const entries = await listCalendar(show, month, now);
  expect(entries.map(({ title, state }) => [title, state])).toEqual([
    ["out", "published"],
    ["later", "scheduled"],
  ]);
  expect(await nextPublication(show, now)).toEqual(inDays(5));
  expect(await nextPublication(show, inDays(30))).toBeNull();
});

it("deleted episodes are listed for thirty days, the last deleted first", async () => {
  const show = await makeCompleteShow(owner);
  const [one, two] = [await makeDraft(owner, show, { title: "one" }), await makeDraft(owner, show, { title: "two" })];
  await deleteEpisode(one, inDays(-29));
  await deleteEpisode(two, now);
  expect((await listDeletedEpisodes(show, now)).map(({ title }) => title)).toEqual(["two", "one"]);
  expect((await listDeletedEpisodes(show, inDays(2))).map(({ title }) => title)).toEqual(["two"]);
  expect((await listDeletedEpisodes(show, now))[0]?.until).toEqual(inDays(30));
});

it("an episode is a show's first while no other was ever out", async () => {
  const show = await makeCompleteShow(owner);
  const draft = await makeDraft(owner, show);
  await makePublished(owner, show, { number: 3 }, inDays(3));
  expect(await standingOf(draft, now)).toEqual({ othersNumbered: true, firstOfShow: true });
  expect(await standingOf(draft, inDays(4))).toEqual({ othersNumbered: true, firstOfShow: false });
});
