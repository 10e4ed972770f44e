import type { z } from "zod";
import { enqueueAccountMail } from "@/lib/accounts/account-mail";
import { asAdmin, type HouseAdmin } from "@/lib/accounts/actor";
import { hideOrShowWorkspaces } from "@/lib/accounts/hiding";
import { keepAHouseAdmin } from "@/lib/accounts/house-admins";
import { addUser, isAddressTaken } from "@/lib/accounts/new-users";
import { hashPassword } from "@/lib/accounts/passwords";
import type { newTokenSchema, newUserSchema } from "@/lib/accounts/schema";
import { hashSecret, newSecret } from "@/lib/accounts/secrets";
import { offerSetUp } from "@/lib/accounts/setup-mutations";
import { record, type Signature } from "@/lib/audit/record";
import { db, type Tx } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import type { ApiToken, User, Workspace } from "@/prisma/generated/client";

/** The operator at the server's command line: nobody's session, so no user id. */
const operator = { actorId: null, via: "command line" } as const;

/** Who suspends and restores: a house admin, or the operator. */
type Warden = HouseAdmin | "operator";

const signatureOf = (by: Warden): Signature => (by === "operator" ? operator : asAdmin(by));

/** Makes a user, verified at once, with a workspace of their own. Throws `conflict` when the address is taken. */
export async function createUser(
  input: z.infer<typeof newUserSchema>,
  now: Date,
): Promise<{ user: User; workspace: Workspace }> {
  const passwordHash = await hashPassword(input.password);
  const name = input.name ?? (input.email.split("@")[0] as string);
  return db().$transaction(async (tx) => {
    await refuseTakenAddress(tx, input.email);
    const { email, admin: isHouseAdmin } = input;
    const { user, workspace } = await addUser(tx, { email, name, passwordHash, isHouseAdmin, emailVerifiedAt: now });
    await record(tx, {
      ...operator,
      act: "createUser",
      target: { type: "user", id: user.id },
      workspaceId: workspace.id,
      difference: { admin: input.admin },
    });
    return { user, workspace };
  });
}

/** Makes the house admin of ADMIN_EMAIL and ADMIN_PASSWORD where there is none yet, else offers the set-up page. Gives a sentence for the terminal. */
export async function ensureHouseAdmin(
  { adminEmail, adminPassword }: { adminEmail: string | null; adminPassword: string | null },
  now: Date,
): Promise<string> {
  if (await db().user.count({ where: { isHouseAdmin: true } })) return "The house has its admin.";
  if (!adminEmail || !adminPassword)
    return `The house has no admin yet. Set it up at ${settings().appUrl}/setup?token=${await offerSetUp()}`;
  try {
    await createUser({ email: adminEmail, password: adminPassword, admin: true }, now);
    return "The admin of ADMIN_EMAIL was made.";
  } catch (error) {
    // Another process that starts at this moment was first.
    if (await db().user.count({ where: { isHouseAdmin: true } })) return "The house has its admin.";
    throw error;
  }
}

/**
 * Ends the user's sessions and tokens, and hides the workspaces that no other owner is left to answer for. Nothing is
 * deleted. Suspending twice changes nothing. A house admin's reason is mailed to the user. Throws `conflict` for the last
 * house admin.
 */
export async function suspendUser(
  user: Pick<User, "id" | "email">,
  reason: string | null,
  now: Date,
  by: Warden = "operator",
): Promise<void> {
  await db().$transaction(async (tx) => {
    await keepAHouseAdmin(tx, user.id, "suspended");
    const { count } = await tx.user.updateMany({
      where: { id: user.id, suspendedAt: null },
      data: { suspendedAt: now, suspensionReason: reason },
    });
    if (count === 0) return;
    await tx.session.updateMany({ where: { userId: user.id, endedAt: null }, data: { endedAt: now } });
    await tx.apiToken.updateMany({ where: { userId: user.id, revokedAt: null }, data: { revokedAt: now } });
    await hideOrShowWorkspaces(tx, user.id, now);
    await record(tx, {
      ...signatureOf(by),
      act: "suspendUser",
      target: { type: "user", id: user.id },
      difference: { reason },
    });
    if (by !== "operator") await enqueueAccountMail(tx, "suspended", user.email);
  });
}

/** Lifts a suspension: feeds, media and pages are there again, byte for byte; sessions and tokens stay ended. */
export async function restoreUser(user: Pick<User, "id" | "email">, now: Date, by: Warden = "operator"): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: user.id, suspendedAt: { not: null } },
      data: { suspendedAt: null, suspensionReason: null },
    });
    if (count === 0) return;
    await hideOrShowWorkspaces(tx, user.id, now);
    await record(tx, { ...signatureOf(by), act: "restoreUser", target: { type: "user", id: user.id } });
    if (by !== "operator") await enqueueAccountMail(tx, "restored", user.email);
  });
}

/** Makes an API token for the user in their own first workspace. The secret is returned once and kept nowhere. Throws `conflict`. */
export async function createToken(
  user: User,
  name: z.infer<typeof newTokenSchema>["name"],
): Promise<{ token: ApiToken; secret: string }> {
  if (user.suspendedAt)
    throw new DomainError("conflict", "This user is suspended; restore them before making a token.");
  if (user.closedAt) throw new DomainError("conflict", "This user has closed their account.");
  const secret = newSecret("lw");
  return db().$transaction(async (tx) => {
    const owned = await tx.membership.findFirst({
      where: { userId: user.id, role: "owner" },
      orderBy: { createdAt: "asc" },
    });
    if (!owned)
      throw new DomainError(
        "conflict",
        "This user owns no workspace that a token could act in. For one that they belong to they make it themselves, in the studio.",
      );
    const { workspaceId } = owned;
    const token = await tx.apiToken.create({ data: { userId: user.id, workspaceId, name, hash: hashSecret(secret) } });
    await record(tx, {
      ...operator,
      act: "createToken",
      target: { type: "token", id: token.id },
      workspaceId,
      difference: { name },
    });
    return { token, secret };
  });
}

async function refuseTakenAddress(tx: Tx, email: string): Promise<void> {
  if (await isAddressTaken(tx, email))
    throw new DomainError("conflict", "There is a user with this e-mail address already.");
}
