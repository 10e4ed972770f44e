import type { z } from "zod";
import { enqueueAccountMail } from "@/lib/accounts/account-mail";
import type { Actor } from "@/lib/accounts/actor";
import { endSecrets, findMailedSecret, useUp } from "@/lib/accounts/mailed-secrets";
import { isAddressTaken } from "@/lib/accounts/new-users";
import { requirePassword } from "@/lib/accounts/present-password";
import type { changeAddressSchema } from "@/lib/accounts/sign-in-schema";
import { record } from "@/lib/audit/record";
import { db, type Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { mailLeaves } from "@/lib/platform/mail";
import type { User } from "@/prisma/generated/client";

/**
 * Moves the account to another address by the present password: at once where no mail leaves the house, else when a link
 * that is mailed there is followed, and the answer is the same for every address. The old one is told. Gives whether it is
 * done. Throws `invalid` for a wrong password or the present address, `conflict` for one that is taken where no mail leaves.
 */
export async function changeAddress(
  { user }: Actor,
  { current, email }: z.infer<typeof changeAddressSchema>,
  now: Date,
): Promise<boolean> {
  await requirePassword(user.id, current);
  if (email === user.email) throw new DomainError("invalid", "This is your address already.", { fields: same });
  return db().$transaction(async (tx) => {
    if (!mailLeaves()) await move(tx, user, email, now);
    else await ask(tx, user, email);
    return !mailLeaves();
  });
}

/** Takes the new address by the link that was mailed there. Throws `invalid` for a link that opens nothing, `conflict` for an address that was taken meanwhile. */
export async function confirmAddress(token: string, now: Date): Promise<string> {
  const worthless = new DomainError(
    "invalid",
    "This link is wrong, too old or already used. Ask for the change again.",
  );
  const secret = await findMailedSecret(token, "addressChange", now);
  const email = secret?.newEmail;
  if (!secret || !email) throw worthless;
  await db().$transaction(async (tx) => {
    if (!(await useUp(tx, secret, now))) throw worthless;
    await move(tx, secret.user, email, now);
  });
  return email;
}

async function ask(tx: Tx, { id, email: old }: Pick<User, "id" | "email">, email: string): Promise<void> {
  await record(tx, { ...by(id), act: "askForAddressChange", target: { type: "user", id } });
  await enqueueAccountMail(tx, "addressChange", old, email);
  await enqueueAccountMail(tx, "addressChangeAsked", old);
}

/** What was mailed to the old address opens nothing any more. The event keeps neither of the two. */
async function move(tx: Tx, { id, email: old }: Pick<User, "id" | "email">, email: string, now: Date): Promise<void> {
  if (await isAddressTaken(tx, email))
    throw new DomainError("conflict", "This address cannot be taken. Choose another one.", { fields: taken });
  await tx.user.update({ where: { id }, data: { email, emailVerifiedAt: now } });
  await endSecrets(tx, id, now);
  await record(tx, { ...by(id), act: "changeAddress", target: { type: "user", id } });
  await enqueueAccountMail(tx, "addressChanged", email, old);
  await enqueueAccountMail(tx, "addressTaken", email);
}

const by = (actorId: string) => ({ actorId, via: "session" }) as const;
const same = { email: "is yours already" };
const taken = { email: "cannot be taken" };
