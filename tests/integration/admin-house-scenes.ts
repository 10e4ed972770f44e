import { announce, changeHouse, changeSignUpMode, takeBackAnnouncement } from "@/lib/accounts/house-mutations";
import { readHouse, stampOf } from "@/lib/accounts/house-settings";
import { testMail } from "@/lib/accounts/mail-test-mutations";
import { liftEpisodeTakedown, takeDownEpisode } from "@/lib/episodes/takedown-mutations";
import { discardJob, retryJob } from "@/lib/house/job-mutations";
import { liftShowTakedown, takeDownShow } from "@/lib/shows/takedown-mutations";
import { makeFailedJob } from "@/tests/support/failed-jobs";
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
  retryJob: async () => {
    const [admin, job] = [await makeHouseAdmin(), await makeFailedJob()];
    return () => retryJob(admin, job);
  },
  discardJob: async () => {
    const [admin, job] = [await makeHouseAdmin(), await makeFailedJob()];
    return () => discardJob(admin, job);
  },
  changeHouse: async () => {
    const admin = await makeHouseAdmin();
    const { name, contact, terms } = await readHouse();
    const seen = stampOf({ name, contact, terms });
    return () => changeHouse(admin, { seen, name: `${name}!`, contact, terms });
  },
  changeSignUpMode: async () => {
    const [admin, { mode }] = [await makeHouseAdmin(), await readHouse()];
    return () => changeSignUpMode(admin, { seen: mode, mode: mode === "open" ? "closed" : "open" });
  },
  announce: async () => {
    const [admin, { announcement }] = [await makeHouseAdmin(), await readHouse()];
    return () => announce(admin, { seen: stampOf({ announcement }), text: "Soon.", until: null }, now);
  },
  takeBackAnnouncement: async () => {
    const [admin, { announcement }] = [await makeHouseAdmin(), await readHouse()];
    if (!announcement) await announce(admin, { seen: stampOf({ announcement }), text: "Soon.", until: null }, now);
    const seen = stampOf({ announcement: (await readHouse()).announcement });
    return () => takeBackAnnouncement(admin, seen);
  },
  testMail: async () => {
    const admin = await makeHouseAdmin();
    return () => testMail(admin);
  },
};
