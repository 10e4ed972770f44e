import { describe, expect, it } from "vitest";
import { liftEpisodeTakedown, takeDownEpisode } from "@/lib/episodes/takedown-mutations";
import { db } from "@/lib/platform/db";
import { sendTakedownMail, TAKEDOWN_MAIL } from "@/lib/shows/takedown-mail";
import { takeDownShow } from "@/lib/shows/takedown-mutations";
import { useDatabase } from "@/tests/support/database";
import { useMailbox } from "@/tests/support/mailbox";
import { makeHouseAdmin, makeMember, makeOwner } from "@/tests/support/people";
import { makeCompleteShow, makePublished } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";

useDatabase();
useStore();
const received = useMailbox();

/** Carries out the mails that wait, as the worker would. */
async function carryOut(): Promise<void> {
  const jobs = await db().$queryRaw<
    { data: unknown }[]
  >`DELETE FROM pgboss.job WHERE name = ${TAKEDOWN_MAIL} RETURNING data`;
  for (const { data } of jobs) await sendTakedownMail(data);
}

describe("the owners of what is taken down", () => {
  it("are told why, each once, and when it is lifted; other members are not", async () => {
    const owner = await makeOwner();
    const [second, admin] = [await makeMember(owner.workspaceId, "owner"), await makeHouseAdmin()];
    await makeMember(owner.workspaceId, "editor");
    const show = await makeCompleteShow(owner);
    await takeDownShow(admin, show, "It is not yours.", new Date());
    await takeDownShow(admin, show, "Pressed twice.", new Date());
    await carryOut();
    const readers = received.map(({ to }) => (Array.isArray(to) ? "" : to?.text)).sort();
    expect(readers).toEqual([owner.user.email, second.user.email].sort());
    expect(received[0]?.subject).toBe('"Night Train" was taken off the air');
    expect(received[0]?.text).toContain("The reason: It is not yours.");
  });

  it("hear of an episode too, and nothing of what was lifted before the mail left", async () => {
    const owner = await makeOwner();
    const [admin, show] = [await makeHouseAdmin(), await makeCompleteShow(owner)];
    const episode = await makePublished(owner, show, { title: "Berlin" });
    await takeDownEpisode(admin, episode, "No.", new Date());
    await liftEpisodeTakedown(admin, episode);
    await carryOut();
    expect(received.map(({ subject }) => subject)).toEqual(['"Berlin" is on the air again']);
  });
});
