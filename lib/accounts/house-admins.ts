import type { Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";

/**
 * Lets a user be suspended, closed or made an ordinary one unless the house would have no active admin after it; then
 * throws `conflict`. Whoever takes an admin away waits here until whoever else does so is through.
 */
export async function keepAHouseAdmin(tx: Tx, userId: string, becomes: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('house admins'))`;
  const active = await tx.user.findMany({
    where: { isHouseAdmin: true, suspendedAt: null, closedAt: null },
    select: { id: true },
    take: 2,
  });
  if (active.length === 1 && active[0]?.id === userId)
    throw new DomainError(
      "conflict",
      `This is the last house admin and cannot be ${becomes}. Make somebody else a house admin first.`,
    );
}
