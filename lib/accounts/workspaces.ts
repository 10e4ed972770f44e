import type { Actor, Granted } from "@/lib/accounts/actor";
import { reachableBy, showReachableBy } from "@/lib/accounts/queries";
import { db } from "@/lib/platform/db";
import type { Role, Workspace } from "@/prisma/generated/client";

export type WorkspaceChoice = { id: string; name: string };

/** What is used of what the plan gives, or of what the house admin allows this workspace beside it; null: as many as they like. */
export type Usage = {
  /** uploads under way included */
  bytes: bigint;
  maxBytes: bigint;
  maxFileBytes: bigint;
  shows: number;
  maxShows: number | null;
  members: number;
  maxMembers: number | null;
  plan: string;
};

export type WorkspaceLine = WorkspaceChoice & {
  role: Role;
  members: number;
  /** those that the actor reaches */
  shows: number;
  bytes: bigint;
  maxBytes: bigint;
  hidden: boolean;
};

/** The workspaces where the actor holds at least `role`, the longest known first. */
export async function listWorkspacesFor(actor: Actor, role: Role): Promise<WorkspaceChoice[]> {
  return db().workspace.findMany({
    where: reachableBy(actor, role),
    select: { id: true, name: true },
    orderBy: { id: "asc" },
  });
}

/** The actor's workspaces by name, with what is in them. */
export async function listWorkspaceLines(actor: Actor): Promise<WorkspaceLine[]> {
  const shows = { where: { deletedAt: null, ...showReachableBy(actor, "analyst") } };
  const workspaces = await db().workspace.findMany({
    where: reachableBy(actor, "analyst"),
    include: {
      plan: true,
      memberships: { where: { userId: actor.user.id } },
      _count: { select: { memberships: true, shows } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return workspaces.map(({ plan, memberships, _count, ...workspace }) => ({
    ...{ id: workspace.id, name: workspace.name, role: memberships[0]?.role ?? "analyst" },
    ...{ members: _count.memberships, shows: _count.shows, hidden: workspace.hiddenAt !== null },
    bytes: workspace.bytesStored + workspace.bytesReserved,
    maxBytes: workspace.maxBytes ?? plan.maxBytes,
  }));
}

export async function usageOf({ id }: Granted<Workspace, "analyst">): Promise<Usage> {
  const { plan, _count, ...own } = await db().workspace.findUniqueOrThrow({
    where: { id },
    include: { plan: true, _count: { select: { memberships: true, shows: { where: { deletedAt: null } } } } },
  });
  return {
    bytes: own.bytesStored + own.bytesReserved,
    maxBytes: own.maxBytes ?? plan.maxBytes,
    maxFileBytes: own.maxFileBytes ?? plan.maxFileBytes,
    ...{ shows: _count.shows, maxShows: plan.maxShows, members: _count.memberships, maxMembers: plan.maxMembers },
    plan: plan.name,
  };
}

/** The shows that a member can be limited to. */
export const listShowChoices = ({ id }: Granted<Workspace, "admin">): Promise<{ id: string; title: string }[]> =>
  db().show.findMany({
    where: { workspaceId: id, deletedAt: null },
    select: { id: true, title: true },
    orderBy: [{ title: "asc" }, { id: "asc" }],
  });
