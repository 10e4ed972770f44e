import { describe, expect, it } from "vitest";
import { beginLook } from "@/lib/accounts/admin-mutations";
import { findLook, LOOK_MINUTES } from "@/lib/accounts/looks";
import { suspendUser } from "@/lib/accounts/mutations";
import { lookAtShow, lookAtShows } from "@/lib/episodes/looks";
import { db } from "@/lib/platform/db";
import { useDatabase } from "@/tests/support/database";
import { makeHouseAdmin, makeOwner } from "@/tests/support/people";
import { makeDraft, makeShow, present } from "@/tests/support/shows";

useDatabase();

const question = { search: "", state: null, order: "date", reversed: false, page: 1 } as const;
const now = () => new Date();

describe("a house admin's look at what somebody sees", () => {
  it("begins with a reason, which holds for half an hour, for this account and this admin", async () => {
    const [admin, other, { user }, neighbour] = await scene();
    expect(await findLook(admin, user, now())).toBeNull();
    await beginLook(admin, user, "They asked.");
    expect(await findLook(admin, user, now())).toMatchObject({ reason: "They asked." });
    expect(await findLook(admin, neighbour.user, now())).toBeNull();
    expect(await findLook(other, user, now())).toBeNull();
    expect(await findLook(admin, user, new Date(Date.now() + (LOOK_MINUTES + 1) * 60_000))).toBeNull();
  });

  it("shows their shows and drafts and nobody else's, and each show leaves an event with the reason", async () => {
    const [admin, , owner, neighbour] = await scene();
    const [show, foreign] = [await makeShow(owner), await makeShow(neighbour)];
    await makeDraft(owner, show, { title: "Not out yet" });
    await beginLook(admin, owner.user, "They asked.");
    const look = present(await findLook(admin, owner.user, now()));
    expect((await lookAtShows(look, 1, now())).lines.map(({ slug }) => slug)).toEqual([show.slug]);
    const { table } = present(await lookAtShow(look, show.slug, question, now()));
    expect(table.lines).toMatchObject([{ title: "Not out yet", state: "draft" }]);
    expect(await lookAtShow(look, foreign.slug, question, now())).toBeNull();
    const events = await db().auditEvent.findMany({ where: { act: "lookAtShow" } });
    expect(events).toMatchObject([
      {
        ...{ actorId: admin.user.id, via: "session", targetType: "show", targetId: show.id },
        difference: { reason: "They asked.", asSeenBy: owner.user.email },
      },
    ]);
  });

  it("shows what a suspended user sees: nothing", async () => {
    const [admin, , owner] = await scene();
    await makeShow(owner);
    await beginLook(admin, owner.user, "They asked.");
    const look = present(await findLook(admin, owner.user, now()));
    await suspendUser(owner.user, "Spam.", now(), admin);
    expect((await lookAtShows(look, 1, now())).lines).toEqual([]);
  });
});

const scene = () => Promise.all([makeHouseAdmin(), makeHouseAdmin(), makeOwner(), makeOwner()]);
