import { db, type Tx } from "@/lib/platform/db";

/** How long a closed account can be opened again. */
export const CLOSED_KEPT_DAYS = 30;

/** What stands and falls with an account. `alone` goes with it; `shared` needs another owner before it can be closed. */
export type Closing = { alone: { name: string; shows: number }[]; shared: string[]; lastHouseAdmin: boolean };

/** What closing the user's account would take off the air, and what stands in its way. */
export async function whatCloses(userId: string): Promise<Closing> {
  const workspaces = await db().workspace.findMany({
    where: onlyOwnedBy(userId),
    select: {
      name: true,
      _count: { select: { memberships: { where: others(userId) }, shows: { where: { deletedAt: null } } } },
    },
    orderBy: { id: "asc" },
  });
  return {
    alone: workspaces.flatMap(({ name, _count }) => (_count.memberships ? [] : [{ name, shows: _count.shows }])),
    shared: workspaces.flatMap(({ name, _count }) => (_count.memberships ? [name] : [])),
    lastHouseAdmin: await isLastHouseAdmin(userId),
  };
}

/** Workspaces that nobody else could answer for; an owner who is suspended may come back. */
export const onlyOwnedBy = (userId: string) => ({
  memberships: { some: { userId, role: "owner" as const } },
  NOT: { memberships: { some: { ...others(userId), role: "owner" as const } } },
});

/**
 * Workspaces that end with an account's erasure: no other owner is left, not even a closed one who may come back, and no member
 * whose account is open; or nobody at all is left.
 */
export const goesWith = (userId: string) => ({
  OR: [
    {
      memberships: {
        some: { userId, role: "owner" as const },
        none: { userId: { not: userId }, OR: [{ role: "owner" as const }, { user: { closedAt: null } }] },
      },
    },
    { memberships: { some: { userId }, every: { userId } } },
  ],
});

/** The names of those that others would be left in, without an owner. */
export async function sharedWorkspaces(tx: Tx, userId: string): Promise<string[]> {
  const found = await tx.workspace.findMany({
    where: { AND: [onlyOwnedBy(userId), { memberships: { some: others(userId) } }] },
    select: { name: true },
  });
  return found.map(({ name }) => name);
}

const others = (userId: string) => ({ userId: { not: userId }, user: { closedAt: null } });

async function isLastHouseAdmin(id: string): Promise<boolean> {
  const active = { isHouseAdmin: true, suspendedAt: null, closedAt: null };
  const { isHouseAdmin } = await db().user.findUniqueOrThrow({ where: { id }, select: { isHouseAdmin: true } });
  return isHouseAdmin && (await db().user.count({ where: { ...active, id: { not: id } } })) === 0;
}
