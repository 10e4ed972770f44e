import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/accounts/actor";
import { renewRecoveryCodes, turnOffSecondStep, turnOnSecondStep } from "@/lib/accounts/factor-mutations";
import { findSecondFactor, offerTotp } from "@/lib/accounts/factors";
import { changePassword } from "@/lib/accounts/password-mutations";
import { findActorBySession } from "@/lib/accounts/sessions";
import { signIn, takeSecondStep } from "@/lib/accounts/sign-in-mutations";
import { unsealTotp } from "@/lib/accounts/totp";
import { db } from "@/lib/platform/db";
import { until } from "@/tests/support/child";
import { useDatabase } from "@/tests/support/database";
import { sessionOf } from "@/tests/support/entrances";
import { appCode, withSecondStep } from "@/tests/support/factors";
import { somebodyWaits } from "@/tests/support/locks";
import { makeOwner, type Person } from "@/tests/support/people";

useDatabase();

const now = new Date("2026-05-01T12:00:10Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const at = (when: Date) => ({ userAgent: null, now: when });
const password = "ten letters";
const inBrowser = (owner: Person): Actor => ({ ...owner.actor, workspaceId: null, via: "session" });

async function guarded() {
  const owner = await makeOwner();
  const actor = inBrowser(owner);
  return { owner, actor, ...(await withSecondStep(actor, now)) };
}

async function ticketFor({ owner }: { owner: Person }, when = now): Promise<string> {
  const entrance = await signIn({ email: owner.user.email, password }, at(when));
  if (entrance.to !== "second step") throw new Error(`It led to the ${entrance.to}.`);
  return entrance.ticket;
}

const wrongCode = { code: "invalid", facts: { fields: { code: expect.any(String) } } };

describe("a second step", () => {
  it("is on only once a code shows that the app has the secret", async () => {
    const actor = inBrowser(await makeOwner());
    const { sealed } = await offerTotp(actor);
    await expect(turnOnSecondStep(actor, { offer: sealed, code: "000000" }, now)).rejects.toMatchObject(wrongCode);
    expect(await findSecondFactor(actor)).toBeNull();
  });

  it("does not take a secret that was offered to somebody else", async () => {
    const [one, other] = [inBrowser(await makeOwner()), inBrowser(await makeOwner())];
    const { secret, sealed } = await offerTotp(one);
    const stolen = { offer: sealed, code: appCode(secret, now) };
    await expect(turnOnSecondStep(other, stolen, now)).rejects.toMatchObject(wrongCode);
  });

  it("stands between a right password and a session", async () => {
    const house = await guarded();
    const before = await db().session.count({ where: { userId: house.owner.user.id } });
    const ticket = await ticketFor(house);
    expect(await db().session.count({ where: { userId: house.owner.user.id } })).toBe(before);
    const session = sessionOf(await takeSecondStep(ticket, appCode(house.secret, later(60)), at(later(60))));
    expect(await findActorBySession(session.id, later(60))).toMatchObject({ user: { id: house.owner.user.id } });
  });

  it("takes a code once, and none that is older than one that was taken", async () => {
    const house = await guarded();
    const code = appCode(house.secret, later(60));
    const earlier = appCode(house.secret, later(30));
    await takeSecondStep(await ticketFor(house), code, at(later(60)));
    for (const replayed of [code, earlier])
      await expect(takeSecondStep(await ticketFor(house), replayed, at(later(60)))).rejects.toMatchObject(wrongCode);
  });

  it("lets in one of two who use the same code at once", async () => {
    const house = await guarded();
    const tickets = [await ticketFor(house), await ticketFor(house)];
    const code = appCode(house.secret, later(60));
    const both = await Promise.allSettled(tickets.map((ticket) => takeSecondStep(ticket, code, at(later(60)))));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("has a ticket that is good once, for ten minutes, and not past a new password", async () => {
    const house = await guarded();
    const [used, old, outlived] = [await ticketFor(house), await ticketFor(house), await ticketFor(house)];
    await takeSecondStep(used, house.codes[0] ?? "", at(now));
    const gone = { code: "unauthenticated" };
    await expect(takeSecondStep(used, house.codes[1] ?? "", at(now))).rejects.toMatchObject(gone);
    await expect(takeSecondStep(old, house.codes[1] ?? "", at(later(600)))).rejects.toMatchObject(gone);
    await changePassword(house.actor, { current: password, password: "another horse" }, null, now);
    await expect(takeSecondStep(outlived, house.codes[1] ?? "", at(now))).rejects.toMatchObject(gone);
    await expect(takeSecondStep("lwt_made-up", house.codes[1] ?? "", at(now))).rejects.toMatchObject(gone);
  });

  it("opens nothing when the password is changed at the same moment", async () => {
    const house = await guarded();
    const { id } = house.owner.user;
    const ticket = await ticketFor(house);
    const { late } = await db().$transaction(
      async (tx) => {
        await tx.user.update({ where: { id }, data: { passwordHash: "another" } });
        await tx.session.updateMany({ where: { userId: id }, data: { endedAt: now } });
        const late = takeSecondStep(ticket, house.codes[0] ?? "", at(now)).catch(({ code }) => code);
        await Promise.race([late, until("it waits", () => somebodyWaits())]);
        return { late };
      },
      { timeout: 20_000 },
    );
    expect(await late).toBe("unauthenticated");
    expect(await db().session.count({ where: { userId: id, endedAt: null } })).toBe(0);
  });

  it("takes each recovery code once, however it is typed, and ten new ones in their place", async () => {
    const house = await guarded();
    const [code = "", next = ""] = house.codes;
    await takeSecondStep(await ticketFor(house), code.toUpperCase().replaceAll("-", " "), at(now));
    await expect(takeSecondStep(await ticketFor(house), code, at(now))).rejects.toMatchObject(wrongCode);
    expect(await findSecondFactor(house.actor)).toMatchObject({ codesLeft: 9 });
    const renewed = await renewRecoveryCodes(house.actor, password);
    await expect(takeSecondStep(await ticketFor(house), next, at(now))).rejects.toMatchObject(wrongCode);
    await takeSecondStep(await ticketFor(house), renewed[9] ?? "", at(now));
  });

  it("is turned off by the password alone, and its codes with it", async () => {
    const house = await guarded();
    await expect(turnOffSecondStep(house.actor, "wrong")).rejects.toMatchObject({ code: "invalid" });
    await turnOffSecondStep(house.actor, password);
    const { email } = house.owner.user;
    expect((await signIn({ email, password }, at(now))).to).toBe("house");
    expect(await db().recoveryCode.count({ where: { userId: house.owner.user.id } })).toBe(0);
  });

  it("leaves neither its secret nor a recovery code readable in the database", async () => {
    const { owner, secret, codes } = await guarded();
    const { totpSecret } = await db().user.findUniqueOrThrow({ where: { id: owner.user.id } });
    expect(unsealTotp(owner.user.id, totpSecret ?? "")).toBe(secret);
    const kept = [await db().user.findMany(), await db().recoveryCode.findMany(), await db().auditEvent.findMany()];
    for (const hidden of [secret, codes[0] ?? ""]) expect(JSON.stringify(kept)).not.toContain(hidden);
  });
});
