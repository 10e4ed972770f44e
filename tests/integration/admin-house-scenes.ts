import { liftEpisodeTakedown, takeDownEpisode } from "@/lib/episodes/takedown-mutations";
import { liftShowTakedown, takeDownShow } from "@/lib/shows/takedown-mutations";
import { makeHouseAdmin, makeOwner } from "@/tests/support/people";
import { makeCompleteShow, makePublished } from "@/tests/support/shows";

const now = new Date();

async function makeDesk() {
  const [admin, owner] = [await makeHouseAdmin(), await makeOwner()];
  const show = await makeCompleteShow(owner);
  return { admin, owner, show, episode: await makePublished(owner, show) };
}

/** Sets the scene for what only a house admin does to the house and what is in it, and gives the act itself. */
export const adminHouseScenes: Record<string, () => Promise<() => unknown>> = {
  takeDownShow: async () => {
    const { admin, show } = await makeDesk();
    return () => takeDownShow(admin, show, "spam", now);
  },
  liftShowTakedown: async () => {
    const { admin, show } = await makeDesk();
    await takeDownShow(admin, show, "spam", now);
    return () => liftShowTakedown(admin, show);
  },
  takeDownEpisode: async () => {
    const { admin, episode } = await makeDesk();
    return () => takeDownEpisode(admin, episode, "spam", now);
  },
  liftEpisodeTakedown: async () => {
    const { admin, episode } = await makeDesk();
    await takeDownEpisode(admin, episode, "spam", now);
    return () => liftEpisodeTakedown(admin, episode);
  },
};
