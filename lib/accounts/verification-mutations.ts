import type { z } from "zod";
import { enqueueAccountMail } from "@/lib/accounts/account-mail";
import { admit, type Entrance, type Moment } from "@/lib/accounts/entrance";
import { findByCode, findMailedSecret, useUp } from "@/lib/accounts/mailed-secrets";
import type { codeSchema } from "@/lib/accounts/sign-in-schema";
import { record } from "@/lib/audit/record";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import type { MailedSecret, User } from "@/prisma/generated/client";

/** Verifies the address that a link was mailed to, and lets its user in. Throws `invalid` for a link that opens nothing. */
export async function verifyByLink(token: string, moment: Moment): Promise<Entrance> {
  return verify(await findMailedSecret(token, "verification", moment.now), "This link", moment);
}

/** Verifies an address by the six digits mailed to it, and lets its user in. Throws `invalid`; after five wrong ones, always. */
export async function verifyByCode({ email, code }: z.infer<typeof codeSchema>, moment: Moment): Promise<Entrance> {
  return verify(await findByCode(email, code, moment.now), "This code", moment);
}

/** Has another code and link mailed, when the address has a user who still needs one; the answer is the same for all. */
export async function mailVerificationAgain(email: string): Promise<void> {
  await db().$transaction((tx) => enqueueAccountMail(tx, "verification", email));
}

async function verify(secret: (MailedSecret & { user: User }) | null, what: string, moment: Moment): Promise<Entrance> {
  const worthless = new DomainError("invalid", `${what} is wrong, too old or already used. Ask for a new one.`);
  if (!secret) throw worthless;
  return db().$transaction(async (tx) => {
    if (!(await useUp(tx, secret, moment.now))) throw worthless;
    const user = await tx.user.update({ where: { id: secret.userId }, data: { emailVerifiedAt: moment.now } });
    const { id } = user;
    if (user.totpEnabledAt)
      await record(tx, { actorId: id, via: "session", act: "verifyAddress", target: { type: "user", id } });
    return admit(tx, user, { act: "verifyAddress", factors: "one" }, moment);
  });
}
