import { inGoodStanding } from "@/lib/accounts/good-standing";
import type { Tx } from "@/lib/platform/db";

/** A workspace is hidden while none of its owners is in good standing. */
export async function hideOrShowWorkspaces(tx: Tx, ownerId: string, now: Date): Promise<void> {
  await lockWorkspacesOf(tx, ownerId);
  const owned = await tx.workspace.findMany({
    where: { memberships: { some: { userId: ownerId, role: "owner" } } },
    include: { memberships: { where: { role: "owner", user: inGoodStanding }, take: 1 } },
  });
  for (const workspace of owned) {
    const hiddenAt = workspace.memberships.length > 0 ? null : (workspace.hiddenAt ?? now);
    await tx.workspace.update({ where: { id: workspace.id }, data: { hiddenAt } });
  }
}

/** Two owners who go at once would each count on the other: one waits for the other here. */
export const lockWorkspacesOf = (tx: Tx, userId: string) =>
  tx.$executeRaw`
    SELECT 1 FROM "Workspace" WHERE id IN (SELECT "workspaceId" FROM "Membership" WHERE "userId" = ${userId}::uuid)
    ORDER BY id FOR UPDATE`;
