import { takeRecoveryCode } from "@/lib/accounts/recovery-codes";
import { hashSecret, newSecret } from "@/lib/accounts/secrets";
import { stepOfCode, unsealTotp } from "@/lib/accounts/totp";
import { db, type Tx } from "@/lib/platform/db";
import { isSigned, sign } from "@/lib/platform/signatures";
import type { User } from "@/prisma/generated/client";

/** How long a right password waits for the code. */
export const SECOND_STEP_SECONDS = 600;

const PURPOSE = "second step";

/** What a browser holds between the right password and the code. It is worth nothing once the password is another. */
export async function openSecondStep(tx: Tx, user: Pick<User, "id" | "passwordHash">, now: Date): Promise<string> {
  const ticket = newSecret("lwt");
  const expiresAt = new Date(now.getTime() + SECOND_STEP_SECONDS * 1000);
  const value = hashSecret(ticket);
  await tx.challenge.create({
    data: { purpose: purposeFor(user), userId: user.id, value, createdAt: now, expiresAt },
  });
  return ticket;
}

/** Whose second step this ticket is, and its row; null when it is unknown, used or too old. */
export async function findSecondStep(ticket: string, now: Date): Promise<{ id: string; user: User } | null> {
  const challenge = await db().challenge.findFirst({
    where: { value: hashSecret(ticket), usedAt: null, expiresAt: { gt: now } },
  });
  const user = challenge?.userId ? await db().user.findUnique({ where: { id: challenge.userId } }) : null;
  if (!challenge || !user || !isFor(user, challenge.purpose)) return null;
  return { id: challenge.id, user };
}

/** Uses a ticket up; false when another request was first. */
export async function useSecondStep(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.challenge.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } });
  return count === 1;
}

/** How the code fits: as one of the app's, each taken once, or as a recovery code, likewise; null when it does not. */
export async function takeCode(tx: Tx, user: User, code: string, now: Date): Promise<"app" | "recovery code" | null> {
  if (/^\d{6}$/.test(code)) return (await takeAppCode(tx, user, code, now)) ? "app" : null;
  return (await takeRecoveryCode(tx, user.id, code, now)) ? "recovery code" : null;
}

/** A step of thirty seconds that was taken, or one before it, is not taken again: whoever saw the code cannot use it too. */
async function takeAppCode(tx: Tx, { id, totpSecret }: User, code: string, now: Date): Promise<boolean> {
  const secret = totpSecret ? unsealTotp(id, totpSecret) : null;
  const step = secret ? stepOfCode(secret, code, now) : null;
  if (step === null) return false;
  const { count } = await tx.user.updateMany({
    where: { id, totpSecret, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return count === 1;
}

const purposeFor = ({ passwordHash }: Pick<User, "passwordHash">) => `${PURPOSE} ${sign(PURPOSE, passwordHash ?? "")}`;

const isFor = ({ passwordHash }: User, purpose: string): boolean =>
  purpose.startsWith(`${PURPOSE} `) && isSigned(PURPOSE, passwordHash ?? "", purpose.slice(PURPOSE.length + 1));
