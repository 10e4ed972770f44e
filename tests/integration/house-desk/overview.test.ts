import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { ACCOUNT_MAIL } from "@/lib/accounts/account-mail";
import type { HouseAdmin } from "@/lib/accounts/actor";
import { INVITATION_MAIL } from "@/lib/accounts/invitation-mail";
import { deleteEpisode } from "@/lib/episodes/mutations";
import { countDays, findHouseFigures } from "@/lib/house/figures";
import { findHouseTroubles } from "@/lib/house/troubles";
import { provideStore, store } from "@/lib/media/store";
import { db } from "@/lib/platform/db";
import { diskRoom } from "@/lib/platform/disk";
import { settings } from "@/lib/platform/env";
import { TAKEDOWN_MAIL } from "@/lib/shows/takedown-mail";
import { useDatabase } from "@/tests/support/database";
import { noMail, useMailbox } from "@/tests/support/mailbox";
import { limit, makeHouseAdmin, makeOwner } from "@/tests/support/people";
import { makeCompleteShow, makePublished } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";

useDatabase();
useStore();
useMailbox();

const now = () => new Date();
let admin: HouseAdmin;
beforeAll(async () => {
  admin = await makeHouseAdmin();
});

describe("the figures of the house", () => {
  it("count what is there, and what came in and went out on each of thirty days, today last", async () => {
    const before = await findHouseFigures(admin);
    const owner = await makeOwner();
    const show = await makeCompleteShow(owner);
    await makePublished(owner, show);
    await deleteEpisode(await makePublished(owner, show, { title: "Another" }), now());
    const after = await findHouseFigures(admin);
    expect(after).toMatchObject({
      accounts: before.accounts + 1,
      shows: before.shows + 1,
      episodes: before.episodes + 1,
    });
    expect(after.bytes).toBeGreaterThan(before.bytes);
    const { uploads, publications } = await countDays(admin, now());
    expect(publications.map(({ count }) => count)).toEqual([...Array(29).fill(0), 1]);
    expect(uploads.at(-1)).toEqual({ day: now().toISOString().slice(0, 10), count: 2 });
  });
});

describe("what needs a house admin's attention", () => {
  it("is nothing where all is well", async () => {
    const { disk, ...troubles } = await findHouseTroubles(admin);
    expect(troubles).toEqual({
      ...{ store: null, mail: null, failedJobs: 0, fullWorkspaces: 0, unverified: 0, noMail: false, plainHttp: false },
    });
    const { free, size } = await diskRoom(settings().dataDir).catch(() => diskRoom("/"));
    expect(disk === null).toBe(free >= 2 * 1024 ** 3 && free >= size * 0.05);
  });

  it("is a workspace over nine tenths of its room, and an address that nobody confirmed", async () => {
    const { user, workspaceId } = await makeOwner();
    await limit(workspaceId, 1000);
    await db().workspace.update({ where: { id: workspaceId }, data: { bytesStored: 901 } });
    await db().user.update({ where: { id: user.id }, data: { emailVerifiedAt: null } });
    expect(await findHouseTroubles(admin)).toMatchObject({ fullWorkspaces: 1, unverified: 1 });
    noMail();
    expect(await findHouseTroubles(admin)).toMatchObject({ unverified: 0, noMail: true });
  });

  it.each([ACCOUNT_MAIL, INVITATION_MAIL, TAKEDOWN_MAIL])(
    "is a job whose tries are used up, and %s that does not leave, with the reason",
    async (name) => {
      await db().$executeRaw`DELETE FROM pgboss.job`;
      await db().$executeRaw`
        INSERT INTO pgboss.job (name, state, output) VALUES (${name}, 'failed', '{"message":"No such host."}')`;
      expect(await findHouseTroubles(admin)).toMatchObject({
        failedJobs: 1,
        mail: { count: 1, reason: "No such host." },
      });
    },
  );

  it("is a store that is in trouble, in its own words", async () => {
    const own = store();
    onTestFinished(() => provideStore(own));
    provideStore({ ...own, check: async () => Promise.reject(new Error("The disk is gone.")) });
    expect(await findHouseTroubles(admin)).toMatchObject({ store: "The disk is gone." });
  });

  it.each([
    ["http://192.168.1.5:3000", true],
    ["http://localhost:3000", false],
    ["https://pod.example.org", false],
  ])("at %s plain http is named: %s", async (appUrl, plainHttp) => {
    const [here, before] = [settings(), settings().appUrl];
    here.appUrl = appUrl;
    onTestFinished(() => {
      here.appUrl = before;
    });
    expect(await findHouseTroubles(admin)).toMatchObject({ plainHttp });
  });
});
