import { enqueueAccountMail } from "@/lib/accounts/account-mail";
import type { Actor } from "@/lib/accounts/actor";
import { requirePassword } from "@/lib/accounts/present-password";
import { replaceRecoveryCodes } from "@/lib/accounts/recovery-codes";
import { sealTotp, stepOfCode, unsealTotp } from "@/lib/accounts/totp";
import { record } from "@/lib/audit/record";
import { db, type Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";

/**
 * Turns the second step on with the secret that was offered, once a code shows that the app has it. Gives ten recovery
 * codes, this once. Throws `invalid` for a code that does not fit, `conflict` where it is on already.
 */
export async function turnOnSecondStep(
  { user: { id, email } }: Actor,
  { offer, code }: { offer: string; code: string },
  now: Date,
): Promise<string[]> {
  const secret = unsealTotp(id, offer);
  const step = secret ? stepOfCode(secret, code, now) : null;
  if (!secret || step === null) throw wrongCode();
  return db().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id, totpEnabledAt: null },
      data: { totpSecret: sealTotp(id, secret), totpEnabledAt: now, totpLastStep: step },
    });
    if (count === 0) throw new DomainError("conflict", "The second step is on already. Open the page again.");
    await note(tx, id, "turnOnSecondStep");
    await enqueueAccountMail(tx, "secondStepOn", email);
    return replaceRecoveryCodes(tx, id);
  });
}

/** Lets the password alone open the account again. Throws `invalid` when it is wrong. */
export async function turnOffSecondStep({ user: { id, email } }: Actor, current: string): Promise<void> {
  await requirePassword(id, current);
  await db().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id, totpEnabledAt: { not: null } },
      data: { totpSecret: null, totpEnabledAt: null, totpLastStep: null },
    });
    if (count === 0) return;
    await tx.recoveryCode.deleteMany({ where: { userId: id } });
    await note(tx, id, "turnOffSecondStep");
    await enqueueAccountMail(tx, "secondStepOff", email);
  });
}

/** Ten new recovery codes in place of those before. Throws `invalid` for a wrong password, `conflict` where no second step is on. */
export async function renewRecoveryCodes({ user: { id } }: Actor, current: string): Promise<string[]> {
  await requirePassword(id, current);
  return db().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id, totpEnabledAt: { not: null } }, data: { id } });
    if (count === 0) throw new DomainError("conflict", "The second step is off, so there is nothing to recover.");
    await note(tx, id, "renewRecoveryCodes");
    return replaceRecoveryCodes(tx, id);
  });
}

const wrongCode = () =>
  new DomainError("invalid", "This code does not fit the secret. Look whether the clock of your phone is right.", {
    fields: { code: "does not fit" },
  });

const note = (tx: Tx, id: string, act: string) =>
  record(tx, { actorId: id, via: "session", act, target: { type: "user", id } });
