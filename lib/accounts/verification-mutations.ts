import type { z } from "zod";
import { enqueueAccountMail } from "@/lib/accounts/account-mail";
import { findByCode, findMailedSecret, useUp } from "@/lib/accounts/mailed-secrets";
import { type Moment, openSessionFor } from "@/lib/accounts/sign-in-mutations";
import type { codeSchema } from "@/lib/accounts/sign-in-schema";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import type { MailedSecret, Session, User } from "@/prisma/generated/client";

/** Verifies the address that a link was mailed to, and signs in. Throws `invalid` for a link that opens nothing. */
export async function verifyByLink(token: string, moment: Moment): Promise<Session> {
  return verify(await findMailedSecret(token, "verification", moment.now), "This link", moment);
}

/** Verifies an address by the six digits mailed to it, and signs in. Throws `invalid`; after five wrong ones, always. */
export async function verifyByCode({ email, code }: z.infer<typeof codeSchema>, moment: Moment): Promise<Session> {
  return verify(await findByCode(email, code, moment.now), "This code", moment);
}

/** Has another code and link mailed, when the address has a user who still needs one; the answer is the same for all. */
export async function mailVerificationAgain(email: string): Promise<void> {
  await db().$transaction((tx) => enqueueAccountMail(tx, "verification", email));
}

async function verify(secret: (MailedSecret & { user: User }) | null, what: string, moment: Moment): Promise<Session> {
  const worthless = new DomainError("invalid", `${what} is wrong, too old or already used. Ask for a new one.`);
  if (!secret) throw worthless;
  return db().$transaction(async (tx) => {
    if (!(await useUp(tx, secret, moment.now))) throw worthless;
    await tx.user.update({ where: { id: secret.userId }, data: { emailVerifiedAt: moment.now } });
    return openSessionFor(tx, secret.user, "verifyAddress", moment);
  });
}
