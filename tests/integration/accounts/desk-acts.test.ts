import { describe, expect, it } from "vitest";
import { findAccountFacts } from "@/lib/accounts/admin-account";
import { findAccount } from "@/lib/accounts/admin-accounts";
import { makeResetLink, signOutUser, verifyByHand } from "@/lib/accounts/admin-mutations";
import { closeUser, reopenUser } from "@/lib/accounts/closing-mutations";
import { resetPassword } from "@/lib/accounts/password-mutations";
import { createSession, findActorBySession } from "@/lib/accounts/sessions";
import { signIn } from "@/lib/accounts/sign-in-mutations";
import { db } from "@/lib/platform/db";
import { findShowAt } from "@/lib/shows/queries";
import { useDatabase } from "@/tests/support/database";
import { noMail, useMailbox } from "@/tests/support/mailbox";
import { makeHouseAdmin, makeOwner } from "@/tests/support/people";
import { carryOutMail } from "@/tests/support/queued-mail";
import { makeCompleteShow, makePublished, makeShow, present } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";

useDatabase();
useStore();
useMailbox();

const now = new Date();
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const moment = { userAgent: null, now };

describe("at the desk", () => {
  it("an address that is verified by hand lets its user in without the mail", async () => {
    const [admin, { user }] = [await makeHouseAdmin(), await makeOwner()];
    await db().user.update({ where: { id: user.id }, data: { emailVerifiedAt: null } });
    const enter = () => signIn({ email: user.email, password: "ten letters" }, moment);
    expect(await enter()).toMatchObject({ to: "verification" });
    await verifyByHand(admin, user, now);
    expect(await findAccount(admin, user.id)).toMatchObject({ emailVerifiedAt: now });
    expect(await enter()).toMatchObject({ to: "house" });
    await verifyByHand(admin, user, minutes(1));
    expect(await findAccount(admin, user.id)).toMatchObject({ emailVerifiedAt: now });
    expect(await db().auditEvent.count({ where: { act: "verifyByHand", targetId: user.id } })).toBe(1);
  });

  it("a link for a new password works once, within the hour, and is kept nowhere", async () => {
    const [admin, { user }] = [await makeHouseAdmin(), await makeOwner()];
    const account = present(await findAccount(admin, user.id));
    const token = async () => present(new URL(await makeResetLink(admin, account, now)).searchParams.get("token"));
    const late = await token();
    await expect(resetPassword({ token: late, password: "another lamp" }, minutes(61))).rejects.toMatchObject({
      code: "invalid",
    });
    const link = await token();
    expect(
      JSON.stringify([await db().mailedSecret.findMany(), await db().auditEvent.findMany()], asText),
    ).not.toContain(link);
    await resetPassword({ token: link, password: "a lamp by the window" }, minutes(59));
    expect(await signIn({ email: user.email, password: "a lamp by the window" }, moment)).toMatchObject({
      to: "house",
    });
    await expect(signIn({ email: user.email, password: "ten letters" }, moment)).rejects.toMatchObject({
      code: "unauthenticated",
    });
    await expect(resetPassword({ token: link, password: "a second lamp" }, minutes(59))).rejects.toMatchObject({
      code: "invalid",
    });
  });

  it("signing somebody out everywhere ends their sessions at once, and nobody else's", async () => {
    const [admin, { user }, other] = [await makeHouseAdmin(), await makeOwner(), await makeOwner()];
    const theirs = [await createSession(user, now), await createSession(user, now)];
    const kept = await createSession(other.user, now);
    expect((await findAccountFacts(admin, user, now)).sessions.count).toBe(2);
    await signOutUser(admin, user, now);
    for (const { id } of theirs) expect(await findActorBySession(id, now)).toBeNull();
    expect(await findActorBySession(kept.id, now)).not.toBeNull();
    expect((await findAccountFacts(admin, user, now)).sessions).toEqual({ count: 0, seenAt: null });
  });

  it("closing an account takes its shows off the air, and opening it again brings them back", async () => {
    const [admin, owner] = [await makeHouseAdmin(), await makeOwner()];
    const show = await makeCompleteShow(owner);
    await makePublished(owner, show);
    const session = await createSession(owner.user, now);
    expect(await findShowAt(show.slug, now)).toMatchObject({ found: { id: show.id } });
    await closeUser(admin, owner.user, now);
    expect(await findShowAt(show.slug, now)).toBeNull();
    expect(await findActorBySession(session.id, now)).toBeNull();
    await reopenUser(admin, owner.user, now);
    expect(await findShowAt(show.slug, now)).toMatchObject({ found: { id: show.id } });
  });

  it("an account's page knows what is theirs, what acts for them and what was mailed, and no secret", async () => {
    noMail();
    const [admin, owner, other] = [await makeHouseAdmin(), await makeOwner(), await makeOwner()];
    const [show] = [await makeShow(owner), await makeShow(other)];
    const account = present(await findAccount(admin, owner.user.id));
    await createSession(owner.user, now);
    await db().workspace.update({ where: { id: owner.workspaceId }, data: { bytesStored: 5, bytesReserved: 2 } });
    await closeUser(admin, other.user, now);
    await closeUser(admin, owner.user, now);
    await reopenUser(admin, owner.user, now);
    await carryOutMail(now);
    const facts = await findAccountFacts(admin, account, now);
    expect(facts).toMatchObject({
      workspaces: [
        {
          ...{ id: owner.workspaceId, role: "owner", limited: false, bytes: 7n, hidden: false },
          ...{ shows: [{ id: show.id, title: show.title }], moreShows: 0 },
        },
      ],
      ...{ sessions: { count: 0, seenAt: null }, tokens: [], passkeys: 0, mailLeaves: false },
    });
    expect(facts.mail).toMatchObject([{ subject: "Your account at Longwave is no longer closed" }]);
    expect(JSON.stringify(facts, asText)).not.toMatch(/argon2|hash/i);
  });
});

const asText = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
