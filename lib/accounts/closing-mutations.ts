import { enqueueAccountMail } from "@/lib/accounts/account-mail";
import { asAdmin, type HouseAdmin } from "@/lib/accounts/actor";
import { onlyOwnedBy, sharedWorkspaces } from "@/lib/accounts/closing";
import { hideOrShowWorkspaces, lockWorkspacesOf } from "@/lib/accounts/hiding";
import { keepAHouseAdmin } from "@/lib/accounts/house-admins";
import { requirePassword } from "@/lib/accounts/present-password";
import { record, type Signature } from "@/lib/audit/record";
import { db, type Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import type { User } from "@/prisma/generated/client";

type Account = Pick<User, "id" | "email">;

/**
 * Closes one's own account by its password: sessions and tokens end, and the workspaces that nobody else owns go off the
 * air. Thirty days later it is erased. Throws `invalid` for a wrong password, `conflict` for the last house admin and while
 * others are left without an owner.
 */
export async function closeAccount(user: Account, current: string, now: Date): Promise<void> {
  await requirePassword(user.id, current);
  await db().$transaction((tx) => close(tx, user, { actorId: user.id, via: "session" }, now));
}

/** The same by a house admin, who knows no password. */
export async function closeUser(admin: HouseAdmin, user: Account, now: Date): Promise<void> {
  await db().$transaction((tx) => close(tx, user, asAdmin(admin), now));
}

/** Opens a closed account again, within the thirty days; sessions and tokens stay ended. */
export async function reopenUser(admin: HouseAdmin, user: Account, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: user.id, closedAt: { not: null } },
      data: { closedAt: null },
    });
    if (count === 0) return;
    await hideOrShowWorkspaces(tx, user.id, now);
    await record(tx, { ...asAdmin(admin), act: "reopenUser", target: { type: "user", id: user.id } });
    await enqueueAccountMail(tx, "reopened", user.email);
  });
}

async function close(tx: Tx, { id, email }: Account, by: Signature, now: Date): Promise<void> {
  await keepAHouseAdmin(tx, id, "closed");
  await lockWorkspacesOf(tx, id);
  await refuseToLeaveOthers(tx, id);
  const { count } = await tx.user.updateMany({ where: { id, closedAt: null }, data: { closedAt: now } });
  if (count === 0) return;
  await tx.session.updateMany({ where: { userId: id, endedAt: null }, data: { endedAt: now } });
  await tx.apiToken.updateMany({ where: { userId: id, revokedAt: null }, data: { revokedAt: now } });
  await tx.invitation.updateMany({
    where: { workspace: onlyOwnedBy(id), usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  await hideOrShowWorkspaces(tx, id, now);
  await record(tx, { ...by, act: "closeAccount", target: { type: "user", id } });
  await enqueueAccountMail(tx, "closed", email);
}

async function refuseToLeaveOthers(tx: Tx, userId: string): Promise<void> {
  const names = await sharedWorkspaces(tx, userId);
  if (names.length === 0) return;
  const list = new Intl.ListFormat("en").format(names.map((name) => `“${name}”`));
  throw new DomainError("conflict", `Others work in ${list}. Make one of them an owner there first.`);
}
