import { type Actor, rolesFrom } from "@/lib/accounts/actor";
import { inGoodStanding } from "@/lib/accounts/good-standing";
import type { Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import type { Role } from "@/prisma/generated/client";

/** An owner who can answer for a workspace. */
const active = { role: "owner" as const, user: inGoodStanding };

/** Whoever changes who is in a workspace comes through here, one after the other. */
export const lockMembers = (tx: Tx, workspaceId: string) =>
  tx.$executeRaw`SELECT 1 FROM "Workspace" WHERE id = ${workspaceId}::uuid FOR UPDATE`;

/** The members are held still, and `by` still holds at least `role`; gives the role. Throws `conflict` when it was just taken away. */
export async function requireRoleNow(tx: Tx, workspaceId: string, by: Actor, role: Role): Promise<Role> {
  await lockMembers(tx, workspaceId);
  const userId = by.user.id;
  const membership = await tx.membership.findUnique({ where: { userId_workspaceId: { userId, workspaceId } } });
  if (membership && rolesFrom(role).includes(membership.role)) return membership.role;
  throw new DomainError("conflict", "Your own role in this workspace was changed at this moment. Look again.");
}

/** Called when the members are held still and have been changed: throws `conflict` when no active owner is left. */
export async function keepAnOwner(tx: Tx, workspaceId: string, before: number): Promise<void> {
  if (before > 0 && (await countOwners(tx, workspaceId)) === 0)
    throw new DomainError(
      "conflict",
      "This is the last owner of the workspace. Make somebody else an owner first: a workspace always has one.",
    );
}

/** The owners who can answer for it. */
export const countOwners = (tx: Tx, workspaceId: string): Promise<number> =>
  tx.membership.count({ where: { workspaceId, ...active } });
