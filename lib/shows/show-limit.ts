import type { Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";

/** Throws `quota-used-up` where the plan gives no room for another show. Two at once are kept apart by the lock on slugs. */
export async function refuseMoreShows(tx: Tx, workspaceId: string): Promise<void> {
  const { plan } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, include: { plan: true } });
  if (plan.maxShows === null) return;
  const shows = await tx.show.count({ where: { workspaceId, deletedAt: null } });
  if (shows >= plan.maxShows)
    throw new DomainError(
      "quota-used-up",
      `Your plan has room for ${plan.maxShows} ${plan.maxShows === 1 ? "show" : "shows"}. Ask whoever runs this house for a larger one.`,
      { limit: plan.maxShows },
    );
}
