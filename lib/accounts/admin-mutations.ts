import { enqueueAccountMail } from "@/lib/accounts/account-mail";
import { asAdmin, type HouseAdmin } from "@/lib/accounts/actor";
import { keepAHouseAdmin } from "@/lib/accounts/house-admins";
import { LOOK } from "@/lib/accounts/looks";
import { makeMailedSecret } from "@/lib/accounts/mailed-secrets";
import { record } from "@/lib/audit/record";
import { db, type Tx } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import type { User } from "@/prisma/generated/client";

/** Whose account it is. */
type Account = Pick<User, "id" | "email">;
type Standing = Account & Pick<User, "suspendedAt" | "closedAt">;

/** Takes the address as the user's own, without the mail. Twice changes nothing. */
export async function verifyByHand(admin: HouseAdmin, user: Account, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: user.id, emailVerifiedAt: null },
      data: { emailVerifiedAt: now },
    });
    if (count > 0) await note(tx, admin, user, "verifyByHand");
  });
}

/** The address of a page where the user chooses a new password, once and within the hour. It is kept nowhere. */
export async function makeResetLink(admin: HouseAdmin, user: Standing, now: Date): Promise<string> {
  refuseWhoIsAway(user);
  return db().$transaction(async (tx) => {
    const { token } = await makeMailedSecret(tx, user, "passwordReset", now);
    await note(tx, admin, user, "makeResetLink");
    return `${settings().appUrl}/reset?token=${token}`;
  });
}

/** Has the same mailed to them. */
export async function mailResetLink(admin: HouseAdmin, user: Standing): Promise<void> {
  refuseWhoIsAway(user);
  await db().$transaction(async (tx) => {
    await enqueueAccountMail(tx, "passwordReset", user.email);
    await note(tx, admin, user, "mailResetLink");
  });
}

/** Ends every session of the user. Tokens for the API stay. */
export async function signOutUser(admin: HouseAdmin, user: Account, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { userId: user.id, endedAt: null },
      data: { endedAt: now },
    });
    if (count > 0) await note(tx, admin, user, "signOutUser", { ended: count });
  });
}

/** Lets the user sign in by password alone, and tells them so. Passkeys stay. */
export async function turnOffSecondFactor(admin: HouseAdmin, user: Account): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: user.id, totpEnabledAt: { not: null } },
      data: { totpSecret: null, totpEnabledAt: null, totpLastStep: null },
    });
    if (count === 0) return;
    await tx.recoveryCode.deleteMany({ where: { userId: user.id } });
    await note(tx, admin, user, "turnOffSecondFactor");
    await enqueueAccountMail(tx, "secondFactorOff", user.email);
  });
}

/** Twice changes nothing. Throws `conflict` for somebody who is suspended or has closed their account. */
export async function makeHouseAdmin(admin: HouseAdmin, user: Account): Promise<void> {
  const active = { id: user.id, suspendedAt: null, closedAt: null };
  await db().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { ...active, isHouseAdmin: false },
      data: { isHouseAdmin: true },
    });
    if (count > 0) await note(tx, admin, user, "makeHouseAdmin");
    else if ((await tx.user.count({ where: active })) === 0)
      throw new DomainError("conflict", "Whoever is suspended or has closed their account cannot be a house admin.");
  });
}

/** Throws `conflict` for the last one. */
export async function unmakeHouseAdmin(admin: HouseAdmin, user: Account): Promise<void> {
  await db().$transaction(async (tx) => {
    await keepAHouseAdmin(tx, user.id, "made an ordinary account");
    const { count } = await tx.user.updateMany({
      where: { id: user.id, isHouseAdmin: true },
      data: { isHouseAdmin: false },
    });
    if (count > 0) await note(tx, admin, user, "unmakeHouseAdmin");
  });
}

/** Writes down that a house admin looks at what the user sees, and why, before they do. */
export async function beginLook(admin: HouseAdmin, user: Account, reason: string): Promise<void> {
  await db().$transaction((tx) => note(tx, admin, user, LOOK, { reason }));
}

/** The page to reset a password knows nobody who is suspended or gone. */
function refuseWhoIsAway({ suspendedAt, closedAt }: Standing): void {
  if (suspendedAt || closedAt)
    throw new DomainError("conflict", "Bring this account back first: nobody signs in with it now.");
}

const note = (tx: Tx, admin: HouseAdmin, { id }: Account, act: string, difference = {}) =>
  record(tx, { ...asAdmin(admin), act, target: { type: "user", id }, difference });
