import type { z } from "zod";
import type { Moment } from "@/lib/accounts/entrance";
import { forgetHouseSettings } from "@/lib/accounts/house-settings";
import { addUser, isAddressTaken } from "@/lib/accounts/new-users";
import { hashPassword } from "@/lib/accounts/passwords";
import { hashSecret, newSecret } from "@/lib/accounts/secrets";
import { createSession } from "@/lib/accounts/sessions";
import type { setUpSchema } from "@/lib/accounts/sign-in-schema";
import { keepSignUpMode } from "@/lib/accounts/sign-up-mode";
import { record } from "@/lib/audit/record";
import { db, type Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import type { Session } from "@/prisma/generated/client";

const NAME = "set-up link";

/** A new token for the house's set-up link, which replaces the one before. Only its hash is kept. */
export async function offerSetUp(): Promise<string> {
  const token = newSecret("lws");
  const value = hashSecret(token);
  await db().houseSetting.upsert({ where: { name: NAME }, create: { name: NAME, value }, update: { value } });
  return token;
}

/** Whether this token opens the set-up page: it is the newest, and the house has no admin. */
export const canSetUp = async (token: string): Promise<boolean> => isOpen(db(), token);

/** Makes the house admin and keeps who may sign up. Throws `invalid` for a link that is no longer good. */
export async function setUpHouse(input: z.infer<typeof setUpSchema>, { userAgent, now }: Moment): Promise<Session> {
  const passwordHash = await hashPassword(input.password);
  return db().$transaction(async (tx) => {
    const { email } = input;
    const taken = await isAddressTaken(tx, email); // and nobody else sets the house up meanwhile
    if (!(await isOpen(tx, input.token)))
      throw new DomainError("invalid", "This link is wrong or already used. Start the house again for a new one.");
    if (taken)
      throw new DomainError("conflict", "There is a user with this e-mail address already.", { field: "email" });
    const facts = { isHouseAdmin: true, emailVerifiedAt: now };
    const { user, workspace } = await addUser(tx, {
      email,
      name: email.split("@")[0] as string,
      passwordHash,
      ...facts,
    });
    await keepSignUpMode(tx, input.signUp);
    if (input.houseName) await nameHouse(tx, input.houseName);
    await tx.houseSetting.delete({ where: { name: NAME } });
    await record(tx, {
      ...{ actorId: user.id, via: "session", act: "setUpHouse" },
      target: { type: "user", id: user.id },
      workspaceId: workspace.id,
      difference: { signUp: input.signUp, ...(input.houseName && { name: input.houseName }) },
    });
    return createSession(user, now, { userAgent, tx });
  });
}

async function nameHouse(tx: Tx, value: string): Promise<void> {
  await tx.houseSetting.upsert({ where: { name: "name" }, create: { name: "name", value }, update: { value } });
  forgetHouseSettings();
}

async function isOpen(tx: Tx, token: string): Promise<boolean> {
  const setting = await tx.houseSetting.findUnique({ where: { name: NAME } });
  return setting?.value === hashSecret(token) && (await tx.user.count({ where: { isHouseAdmin: true } })) === 0;
}
