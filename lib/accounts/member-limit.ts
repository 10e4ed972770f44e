import type { Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";

/** Throws `quota-used-up` where the plan gives no room for another member. Two at once are kept apart by the workspace's lock. */
export async function refuseMoreMembers(tx: Tx, workspaceId: string): Promise<void> {
  const { plan } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, include: { plan: true } });
  if (plan.maxMembers === null) return;
  if ((await tx.membership.count({ where: { workspaceId } })) < plan.maxMembers) return;
  throw new DomainError(
    "quota-used-up",
    `The plan of this workspace has room for ${plan.maxMembers} ${plan.maxMembers === 1 ? "member" : "members"}, and all of it is taken. Remove somebody, or ask whoever runs this house for a larger plan.`,
    { limit: plan.maxMembers },
  );
}

/** The ids, when all of them are shows of the workspace. Throws `invalid`. */
export async function requireShowsOf(tx: Tx, workspaceId: string, ids: string[]): Promise<string[]> {
  const showIds = [...new Set(ids)];
  const there = await tx.show.count({ where: { id: { in: showIds }, workspaceId, deletedAt: null } });
  if (there === showIds.length) return showIds;
  throw new DomainError("invalid", "One of these shows is no longer here. Look at the list again.", {
    fields: { shows: "names one that is no longer here" },
  });
}
