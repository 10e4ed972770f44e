import { type Actor, type Granted, grant, rolesFrom } from "@/lib/accounts/actor";
import { inGoodStanding } from "@/lib/accounts/good-standing";
import { hashSecret } from "@/lib/accounts/secrets";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { isUuid } from "@/lib/platform/uuid";
import type { Prisma, Role, User, Workspace } from "@/prisma/generated/client";

const MINUTE = 60_000;

export const findUserByEmail = (email: string): Promise<User | null> => db().user.findUnique({ where: { email } });

/** Throws `not-found`. */
export async function requireUserByEmail(email: string): Promise<User> {
  const user = await findUserByEmail(email);
  if (!user) throw new DomainError("not-found", `There is no user with the address ${email}.`);
  return user;
}

/** Whom a bearer token acts for; null when it is unknown, revoked, or its owner is suspended or no longer a member. */
export async function findActorByToken(secret: string, now: Date): Promise<Actor | null> {
  const token = await db().apiToken.findUnique({
    where: { hash: hashSecret(secret), revokedAt: null, user: inGoodStanding },
    include: { user: { include: { memberships: true } } },
  });
  if (!token?.user.memberships.some(({ workspaceId }) => workspaceId === token.workspaceId)) return null;
  await noteUse(token.id, token.lastUsedAt, now);
  return { user: token.user, workspaceId: token.workspaceId, via: "token" };
}

/** A user acting by an address that was signed for them, in one workspace; null when they no longer may. */
export async function findActorByMembership(userId: string, workspaceId: string): Promise<Actor | null> {
  const membership = await db().membership.findUnique({
    where: { userId_workspaceId: { userId, workspaceId }, user: inGoodStanding },
    include: { user: true },
  });
  return membership && { user: membership.user, workspaceId, via: "token" };
}

/** The workspace that a token acts in, when its owner holds at least `role` there. */
export async function findWorkspaceFor<R extends Role>(
  actor: Actor,
  id: string,
  role: R,
): Promise<Granted<Workspace, R> | null> {
  if (!isUuid(id)) return null;
  const workspace = await db().workspace.findFirst({ where: { AND: [{ id }, reachableBy(actor, role)] } });
  return workspace && grant(workspace, actor, role);
}

/** The condition on a workspace under which `actor` may do there what `role` may. Finders of workspaces go through it. */
export function reachableBy(actor: Actor, role: Role): Prisma.WorkspaceWhereInput {
  return { ...within(actor), memberships: { some: memberAs(actor, role) } };
}

/**
 * The condition on a show under which `actor` may do there what `role` may: a member who is limited to some shows reaches
 * those alone. Every finder of a show, and of what belongs to one, goes through it.
 */
export function showReachableBy(actor: Actor, role: Role): Prisma.ShowWhereInput {
  const member = memberAs(actor, role);
  return {
    OR: [
      { workspace: { ...within(actor), memberships: { some: { ...member, limited: false } } } },
      { workspace: within(actor), members: { some: { membership: { ...member, limited: true } } } },
    ],
  };
}

/** A token acts in its one workspace. */
const within = ({ workspaceId }: Actor): Prisma.WorkspaceWhereInput => (workspaceId ? { id: workspaceId } : {});

const memberAs = ({ user }: Actor, role: Role): Prisma.MembershipWhereInput => ({
  userId: user.id,
  role: { in: rolesFrom(role) },
  user: inGoodStanding,
});

/** At most one write a minute for a busy token. */
async function noteUse(tokenId: string, lastUsedAt: Date | null, now: Date): Promise<void> {
  if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < MINUTE) return;
  await db().apiToken.updateMany({ where: { id: tokenId }, data: { lastUsedAt: now } });
}
