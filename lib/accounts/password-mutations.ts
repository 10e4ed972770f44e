import type { z } from "zod";
import { enqueueAccountMail } from "@/lib/accounts/account-mail";
import type { Actor } from "@/lib/accounts/actor";
import { endSecrets, findMailedSecret, useUp } from "@/lib/accounts/mailed-secrets";
import { hashPassword } from "@/lib/accounts/passwords";
import { requirePassword, wrongPassword } from "@/lib/accounts/present-password";
import type { changePasswordSchema, resetSchema } from "@/lib/accounts/sign-in-schema";
import { record } from "@/lib/audit/record";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";

/** Has a link to a new password mailed when the address has a user; the answer is the same for all. */
export async function requestPasswordReset(email: string): Promise<void> {
  await db().$transaction((tx) => enqueueAccountMail(tx, "passwordReset", email));
}

/**
 * Sets the password by a mailed link and ends all sessions. Reading that mail has verified the address. Throws `invalid`
 * for a link that is unknown, used or too old.
 */
export async function resetPassword({ token, password }: z.infer<typeof resetSchema>, now: Date): Promise<void> {
  const worthless = new DomainError("invalid", "This link is wrong, too old or already used. Ask for a new one.");
  const secret = await findMailedSecret(token, "passwordReset", now);
  if (!secret) throw worthless;
  const { userId, user } = secret;
  const passwordHash = await hashPassword(password);
  await db().$transaction(async (tx) => {
    if (!(await useUp(tx, secret, now))) throw worthless;
    await tx.user.update({
      where: { id: userId },
      data: { passwordHash, emailVerifiedAt: user.emailVerifiedAt ?? now },
    });
    await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: now } });
    await endSecrets(tx, userId, now);
    await record(tx, { actorId: userId, via: "session", act: "resetPassword", target: { type: "user", id: userId } });
  });
}

/** Sets the password by the present one and ends all sessions but `staying`. Throws `invalid` when the present one is wrong. */
export async function changePassword(
  { user: { id }, via }: Actor,
  { current, password }: z.infer<typeof changePasswordSchema>,
  staying: string | null,
  now: Date,
): Promise<void> {
  const before = await requirePassword(id, current);
  const passwordHash = await hashPassword(password);
  await db().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id, passwordHash: before }, data: { passwordHash } });
    if (count === 0) throw wrongPassword(); // changed elsewhere at this moment
    const others = staying ? { id: { not: staying } } : {};
    await tx.session.updateMany({ where: { userId: id, endedAt: null, ...others }, data: { endedAt: now } });
    await endSecrets(tx, id, now);
    await record(tx, { actorId: id, via, act: "changePassword", target: { type: "user", id } });
  });
}
