import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/accounts/actor";
import { changeAddress, confirmAddress } from "@/lib/accounts/address-mutations";
import { whatCloses } from "@/lib/accounts/closing";
import { closeAccount, reopenUser } from "@/lib/accounts/closing-mutations";
import { inviteToHouse } from "@/lib/accounts/invitation-mutations";
import { createToken } from "@/lib/accounts/mutations";
import { requestPasswordReset, resetPassword } from "@/lib/accounts/password-mutations";
import { findActorByToken } from "@/lib/accounts/queries";
import { createSession, findActorBySession } from "@/lib/accounts/sessions";
import { signIn } from "@/lib/accounts/sign-in-mutations";
import { eraseClosed, sweepSecrets } from "@/lib/accounts/sweep";
import { sweepDeleted } from "@/lib/episodes/sweep";
import { db } from "@/lib/platform/db";
import { findShowFor } from "@/lib/shows/queries";
import { useDatabase } from "@/tests/support/database";
import { noMail, useMailbox } from "@/tests/support/mailbox";
import { makeHouseAdmin, makeMember, makeOwner, type Person } from "@/tests/support/people";
import { carryOutMail } from "@/tests/support/queued-mail";
import { makeCompleteShow, makePublished, present } from "@/tests/support/shows";
import { useStore } from "@/tests/support/stores";

useDatabase();
useStore();
const mailbox = useMailbox();

const now = new Date("2026-05-01T12:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 24 * 3600_000);
const moment = { userAgent: null, now };
const current = "ten letters";
const inBrowser = (owner: Person): Actor => ({ ...owner.actor, workspaceId: null, via: "session" });
const newAddress = () => `${randomUUID()}@example.org`;
const tokenFor = (email: string) =>
  /token=(\S+)/.exec(mailbox.find(({ to }) => JSON.stringify(to).includes(email))?.text ?? "")?.[1] ?? "";
const told = () => mailbox.map(({ to, subject }) => `${[to].flat()[0]?.text}: ${subject}`).sort();

describe("a change of address", () => {
  it("waits for a link that is mailed to the new one, and tells the old one", async () => {
    const [owner, email] = [await makeOwner(), newAddress()];
    expect(await changeAddress(inBrowser(owner), { current, email }, now)).toBe(false);
    await carryOutMail(now);
    expect(told()).toEqual(
      [
        `${email}: Your new address for Longwave`,
        `${owner.user.email}: Your account at Longwave is to move to another address`,
      ].sort(),
    );
    expect((await signIn({ email: owner.user.email, password: current }, moment)).to).toBe("house");
    const token = tokenFor(email);
    mailbox.splice(0);
    expect(await confirmAddress(token, now)).toBe(email);
    expect((await signIn({ email, password: current }, moment)).to).toBe("house");
    await carryOutMail(now);
    expect(told()).toContain(`${owner.user.email}: Your account at Longwave has another address`);
    await expect(confirmAddress(token, now)).rejects.toMatchObject({ code: "invalid" });
  });

  it("answers the same for an address that has an account, whose owner alone is told", async () => {
    const [owner, other] = [await makeOwner(), await makeOwner()];
    expect(await changeAddress(inBrowser(owner), { current, email: other.user.email }, now)).toBe(false);
    await carryOutMail(now);
    expect(told()).toContain(`${other.user.email}: This address has an account at Longwave`);
    expect(tokenFor(other.user.email)).toBe("");
  });

  it("makes links worthless that were mailed to the old one", async () => {
    const [owner, email] = [await makeOwner(), newAddress()];
    await requestPasswordReset(owner.user.email);
    await carryOutMail(now);
    const reset = tokenFor(owner.user.email);
    await changeAddress(inBrowser(owner), { current, email }, now);
    await carryOutMail(now);
    await confirmAddress(tokenFor(email), now);
    await expect(resetPassword({ token: reset, password: "another horse" }, now)).rejects.toMatchObject({
      code: "invalid",
    });
  });

  it("happens at once where no mail leaves the house, whose outbox holds the words to both", async () => {
    noMail();
    const [owner, email] = [await makeOwner(), newAddress()];
    expect(await changeAddress(inBrowser(owner), { current, email }, now)).toBe(true);
    await carryOutMail(now);
    const kept = await db().outboxMail.findMany({ where: { to: { in: [email, owner.user.email] } } });
    expect(kept.map(({ to }) => to).sort()).toEqual([email, owner.user.email].sort());
    expect((await signIn({ email, password: current }, moment)).to).toBe("house");
  });

  it("asks for the password", async () => {
    const owner = await makeOwner();
    await expect(changeAddress(inBrowser(owner), { current: "wrong", email: newAddress() }, now)).rejects.toMatchObject(
      { facts: { fields: { current: expect.any(String) } } },
    );
  });
});

describe("closing an account", () => {
  it("ends sessions and tokens, hides what nobody else owns, and says whom to ask", async () => {
    const [admin, owner] = [await makeHouseAdmin(), await makeOwner()];
    const session = await createSession(owner.user, now);
    await closeAccount(owner.user, current, now);
    const closed = await db().user.findUniqueOrThrow({ where: { id: owner.user.id } });
    await expect(createToken(closed, "phone")).rejects.toThrow("closed their account");
    expect(await findActorBySession(session.id, now)).toBeNull();
    expect(await findActorByToken(owner.token, now)).toBeNull();
    const workspace = await db().workspace.findUniqueOrThrow({ where: { id: owner.workspaceId } });
    expect(workspace.hiddenAt).toEqual(now);
    const words = signIn({ email: owner.user.email, password: current }, moment);
    await expect(words).rejects.toThrow(/is closed.* before 31 May/);
    mailbox.splice(0);
    await reopenUser(admin, owner.user, later(1));
    await carryOutMail(later(1));
    expect(told()).toContain(`${owner.user.email}: Your account at Longwave is no longer closed`);
    expect(JSON.stringify(mailbox)).not.toMatch(/suspen/);
    expect((await signIn({ email: owner.user.email, password: current }, moment)).to).toBe("house");
  });

  it("is refused while others would be left without an owner, and names where", async () => {
    const owner = await makeOwner({ name: "Harbour" });
    await makeMember(owner.workspaceId, "editor");
    await expect(closeAccount(owner.user, current, now)).rejects.toThrow("Others work in “Harbour”");
    expect(await whatCloses(owner.user.id)).toMatchObject({ shared: ["Harbour"], alone: [] });
    await makeMember(owner.workspaceId, "owner");
    await closeAccount(owner.user, current, now);
    const workspace = await db().workspace.findUniqueOrThrow({ where: { id: owner.workspaceId } });
    expect(workspace.hiddenAt).toBeNull();
  });

  it("is refused to the last house admin, and with a wrong password", async () => {
    await db().user.updateMany({ data: { isHouseAdmin: false } });
    const { user } = await makeOwner({ admin: true });
    await expect(closeAccount(user, current, now)).rejects.toThrow("last house admin");
    await expect(closeAccount(user, "wrong", now)).rejects.toMatchObject({ code: "invalid" });
  });

  it("erases after thirty days: the person, their shows and files, but not who did what", async () => {
    const owner = await makeOwner({ name: "Mara Lind" });
    const show = await makeCompleteShow(owner);
    await makePublished(owner, show);
    await closeAccount(owner.user, current, now);
    await eraseClosed(later(29));
    expect(await db().user.count({ where: { id: owner.user.id } })).toBe(1);
    await eraseClosed(later(30));
    await sweepDeleted(later(30));
    const kept = [
      await db().user.findMany({ where: { id: owner.user.id } }),
      await db().workspace.findMany({ where: { id: owner.workspaceId } }),
      await db().show.findMany({ where: { id: show.id } }),
      await db().auditEvent.findMany({ where: { actorId: owner.user.id } }),
    ];
    expect(kept[0]).toEqual([]);
    expect(kept[2]).toMatchObject([{ title: "", sweptAt: later(30) }]);
    expect(kept[3]?.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept, (_, value) => (typeof value === "bigint" ? Number(value) : value))).not.toMatch(
      /Mara Lind/,
    );
    expect(await db().episode.count({ where: { showId: show.id } })).toBe(0);
  });

  it("keeps no other account, nor what was deleted, from going when one cannot go", async () => {
    const [stuck, other] = [await makeOwner(), await makeOwner()];
    const [held, show] = [await makeCompleteShow(stuck), await makeCompleteShow(other)];
    for (const { user } of [stuck, other]) await closeAccount(user, current, now);
    await refuseOnce("User", "DELETE", stuck.user.id, () =>
      expect(eraseClosed(later(31))).rejects.toThrow(new RegExp(`1 of \\d+ failed. account ${stuck.user.id}`)),
    );
    expect(await db().user.count({ where: { id: other.user.id } })).toBe(0);
    await eraseClosed(later(31));
    await refuseOnce("Show", "UPDATE", held.id, () =>
      expect(sweepDeleted(later(31))).rejects.toThrow(`show ${held.id}`),
    );
    const sweptAt = async ({ id }: { id: string }) => (await db().show.findUniqueOrThrow({ where: { id } })).sweptAt;
    expect([await sweptAt(held), await sweptAt(show)]).toEqual([null, later(31)]);
  });

  it("takes along what only members are left for whose accounts are closed too, in whichever order they go", async () => {
    for (const days of [0, 5]) {
      const owner = await makeOwner();
      const member = await makeMember(owner.workspaceId, "editor");
      const show = await makeCompleteShow(owner);
      await closeAccount(member.user, current, later(5 - days));
      await closeAccount(owner.user, current, later(5));
      await eraseClosed(later(40));
      await sweepDeleted(later(40));
      expect(await db().show.findUnique({ where: { id: show.id } })).toMatchObject({ sweptAt: later(40) });
    }
  });

  it("leaves to an owner who closed theirs later what is theirs until they go", async () => {
    const owner = await makeOwner();
    const partner = await makeMember(owner.workspaceId, "owner");
    const show = await makeCompleteShow(owner);
    await closeAccount(owner.user, current, now);
    await closeAccount(partner.user, current, later(20));
    await eraseClosed(later(30));
    await reopenUser(await makeHouseAdmin(), partner.user, later(31));
    expect(present(await findShowFor(partner.actor, show.slug, "owner")).deletedAt).toBeNull();
    await closeAccount(partner.user, current, later(32));
    await eraseClosed(later(62));
    expect(await db().show.findUnique({ where: { id: show.id } })).toMatchObject({ deletedAt: later(32) });
  });

  it("ends what a member came back to after its owner was gone, once they go too", async () => {
    const owner = await makeOwner();
    const member = await makeMember(owner.workspaceId, "editor");
    const show = await makeCompleteShow(owner);
    await closeAccount(member.user, current, now);
    await closeAccount(owner.user, current, now);
    await reopenUser(await makeHouseAdmin(), member.user, later(1));
    await eraseClosed(later(30));
    expect(present(await findShowFor(member.actor, show.slug, "editor")).deletedAt).toBeNull();
    await closeAccount(member.user, current, later(31));
    await eraseClosed(later(61));
    expect(await db().show.findUnique({ where: { id: show.id } })).toMatchObject({ deletedAt: later(31) });
  });

  it("spares what another owner still has", async () => {
    const owner = await makeOwner();
    const partner = await makeMember(owner.workspaceId, "owner");
    const show = await makeCompleteShow(owner);
    await closeAccount(owner.user, current, now);
    await eraseClosed(later(30));
    expect(present(await findShowFor(partner.actor, show.slug, "owner")).deletedAt).toBeNull();
  });
});

it("what opens nothing any more is thrown away, and mail that nobody fetched", async () => {
  const { user } = await makeOwner();
  const ended = await createSession(user, now);
  await db().session.update({ where: { id: ended.id }, data: { endedAt: now } });
  const lasting = await createSession(user, later(20));
  await db().outboxMail.create({ data: { to: user.email, subject: "a", text: "b", html: "c", createdAt: now } });
  await requestPasswordReset(user.email);
  await carryOutMail(now);
  const { invitation } = await inviteToHouse(await makeHouseAdmin(), newAddress(), now);
  await sweepSecrets(later(31));
  expect(await db().invitation.count({ where: { id: invitation.id } })).toBe(1);
  await sweepSecrets(later(38));
  expect(await db().invitation.count({ where: { id: invitation.id } })).toBe(0);
  expect((await db().session.findMany({ where: { userId: user.id } })).map(({ id }) => id)).toEqual([lasting.id]);
  expect(await db().mailedSecret.count({ where: { userId: user.id } })).toBe(0);
  expect(await db().outboxMail.count({ where: { to: user.email } })).toBe(0);
});

/** While `act` is done the database refuses this for the row. */
async function refuseOnce(table: "User" | "Show", what: "DELETE" | "UPDATE", id: string, act: () => Promise<void>) {
  await db().$executeRawUnsafe(
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF OLD.id = '${id}' THEN RAISE EXCEPTION 'not this one'; END IF;
       RETURN coalesce(NEW, OLD);
     END $$`,
  );
  await db().$executeRawUnsafe(
    `CREATE TRIGGER refuse BEFORE ${what} ON "${table}" FOR EACH ROW EXECUTE FUNCTION refuse()`,
  );
  try {
    await act();
  } finally {
    await db().$executeRawUnsafe("DROP FUNCTION refuse CASCADE");
  }
}
