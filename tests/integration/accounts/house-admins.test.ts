import { beforeEach, describe, expect, it } from "vitest";
import { findAccount } from "@/lib/accounts/admin-accounts";
import { mailResetLink, makeHouseAdmin, turnOffSecondFactor, unmakeHouseAdmin } from "@/lib/accounts/admin-mutations";
import { restoreUser, suspendUser } from "@/lib/accounts/mutations";
import { db } from "@/lib/platform/db";
import { atOnce } from "@/tests/support/crowd";
import { useDatabase } from "@/tests/support/database";
import { useMailbox } from "@/tests/support/mailbox";
import { makeOwner, makeHouseAdmin as newHouseAdmin } from "@/tests/support/people";
import { carryOutMail } from "@/tests/support/queued-mail";
import { present } from "@/tests/support/shows";

useDatabase();
const mailbox = useMailbox();

const now = new Date();
const outcome = (act: Promise<unknown>) => act.then(() => "done").catch((error) => error.code);
const admins = () => db().user.count({ where: { isHouseAdmin: true, suspendedAt: null, closedAt: null } });

beforeEach(async () => {
  await db().user.updateMany({ data: { isHouseAdmin: false } });
  await carryOutMail(now);
  mailbox.splice(0);
});

describe("the last house admin", () => {
  it("cannot be suspended or made an ordinary account, by the operator or by themselves", async () => {
    const admin = await newHouseAdmin();
    const tries = [
      () => suspendUser(admin.user, null, now),
      () => suspendUser(admin.user, "Tired.", now, admin),
      () => unmakeHouseAdmin(admin, admin.user),
    ];
    for (const attempt of tries)
      await expect(attempt()).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringContaining("Make somebody else a house admin first."),
      });
    expect(await admins()).toBe(1);
  });

  it("stays when two take each other away at once", async () => {
    const [one, other] = [await newHouseAdmin(), await newHouseAdmin()];
    const outcomes = await atOnce("User", "SHARE ROW EXCLUSIVE", [
      () => outcome(suspendUser(other.user, "I was first.", now, one)),
      () => outcome(unmakeHouseAdmin(other, one.user)),
    ]);
    expect((await Promise.all(outcomes)).sort()).toEqual(["conflict", "done"]);
    expect(await admins()).toBe(1);
  });

  it("is counted without those who are suspended or gone", async () => {
    const [one, other] = [await newHouseAdmin(), await newHouseAdmin()];
    await db().user.update({ where: { id: other.user.id }, data: { closedAt: now } });
    expect(await outcome(unmakeHouseAdmin(one, one.user))).toBe("conflict");
    expect(await outcome(makeHouseAdmin(one, other.user))).toBe("conflict");
  });
});

describe("what a house admin does to somebody", () => {
  it("is told to them by mail, with the reason, and stands in the audit as the admin's", async () => {
    const [admin, { user }] = [await newHouseAdmin(), await makeOwner()];
    await suspendUser(user, "Music that is not yours.", now, admin);
    await carryOutMail(now);
    expect(mailbox[0]?.text).toContain("Music that is not yours.");
    await restoreUser(user, now, admin);
    await db().user.update({ where: { id: user.id }, data: { totpSecret: "sealed", totpEnabledAt: now } });
    await turnOffSecondFactor(admin, user);
    await carryOutMail(now);
    expect(mailbox.map(({ subject }) => subject).sort()).toEqual([
      "Your account at Longwave is open again",
      "Your account at Longwave is suspended",
      "Your second step at Longwave was turned off",
    ]);
    const events = await db().auditEvent.findMany({ where: { targetId: user.id, actorId: admin.user.id } });
    expect(events.map(({ act, via }) => `${act} ${via}`)).toEqual([
      "suspendUser session",
      "restoreUser session",
      "turnOffSecondFactor session",
    ]);
  });

  it("makes them a house admin once, and leaves one line of it", async () => {
    const [admin, { user }] = [await newHouseAdmin(), await makeOwner()];
    await makeHouseAdmin(admin, user);
    await makeHouseAdmin(admin, user);
    expect(await db().auditEvent.count({ where: { targetId: user.id, act: "makeHouseAdmin" } })).toBe(1);
  });

  it("is no new password while they are suspended", async () => {
    const [admin, { user }] = [await newHouseAdmin(), await makeOwner()];
    await suspendUser(user, "Spam.", now, admin);
    const account = present(await findAccount(admin, user.id));
    await expect(mailResetLink(admin, account)).rejects.toMatchObject({ code: "conflict" });
  });

  it("shows no hash and no secret of theirs", async () => {
    const [admin, { user }] = [await newHouseAdmin(), await makeOwner()];
    const account = present(await findAccount(admin, user.id));
    expect(Object.keys(account)).not.toEqual(expect.arrayContaining(["passwordHash"]));
    expect(JSON.stringify(account)).not.toContain("argon2");
  });
});
