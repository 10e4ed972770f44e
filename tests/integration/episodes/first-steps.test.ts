import { expect, it } from "vitest";
import { findFirstSteps } from "@/lib/episodes/first-steps";
import { deleteEpisode, unpublishEpisode } from "@/lib/episodes/mutations";
import { useDatabase } from "@/tests/support/database";
import { makeOwner } from "@/tests/support/people";
import { episodeOf, makeCompleteShow, makeDraft, makePublished, makeShow } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";

useDatabase();
useStore();

it("The first steps of a show tick themselves, and are gone for good once something was out", async () => {
  const owner = await makeOwner();
  const empty = await makeShow(owner, { slug: "empty" });
  const now = () => new Date();
  expect(await findFirstSteps(empty, now())).toMatchObject({ hasArtwork: false, hasDescription: false, episode: null });
  const show = await makeCompleteShow(owner);
  const draft = await makeDraft(owner, show);
  const drafted = { hasArtwork: true, hasDescription: true, episode: draft.id, hasAudio: false, isScheduled: false };
  expect(await findFirstSteps(show, now())).toMatchObject(drafted);
  const later = new Date(Date.now() + 60_000);
  const episode = await makePublished(owner, show, {}, later);
  expect(await findFirstSteps(show, now())).toMatchObject({ episode: episode.id, hasAudio: true, isScheduled: true });
  const after = new Date(later.getTime() + 1);
  expect(await findFirstSteps(show, after)).toBeNull();
  await unpublishEpisode(episode, after);
  await deleteEpisode(await episodeOf(owner, episode), after);
  expect(await findFirstSteps(show, after)).toBeNull();
});
