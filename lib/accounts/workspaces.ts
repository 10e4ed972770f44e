import type { Actor } from "@/lib/accounts/actor";
import { reachableBy } from "@/lib/accounts/queries";
import { db } from "@/lib/platform/db";
import type { Role } from "@/prisma/generated/client";

export type WorkspaceChoice = { id: string; name: string };

/** The workspaces where the actor holds at least `role`, the longest known first. */
export async function listWorkspacesFor(actor: Actor, role: Role): Promise<WorkspaceChoice[]> {
  return db().workspace.findMany({
    where: reachableBy(actor, role),
    select: { id: true, name: true },
    orderBy: { id: "asc" },
  });
}
