import { type Actor, type Granted, grant } from "@/lib/accounts/actor";
import { reachableBy } from "@/lib/accounts/queries";
import { db } from "@/lib/platform/db";
import { isUuid } from "@/lib/platform/uuid";
import type { Membership, Role, User, Workspace } from "@/prisma/generated/client";

export type { Membership, Role, Workspace };

export type Member = Membership & { user: Pick<User, "id" | "name" | "email"> };

export type MemberLine = {
  userId: string;
  name: string;
  email: string;
  role: Role;
  suspended: boolean;
  since: Date;
  /** the shows that they reach; null: all of them */
  limitedTo: { id: string; title: string }[] | null;
};

const who = { select: { id: true, name: true, email: true } };

/** A member of a workspace in which the actor holds at least `role`. */
export async function findMemberFor<R extends Role>(
  actor: Actor,
  key: { workspaceId: string; userId: string },
  role: R,
): Promise<Granted<Member, R> | null> {
  if (!isUuid(key.workspaceId) || !isUuid(key.userId)) return null;
  const member = await db().membership.findFirst({
    where: { ...key, workspace: reachableBy(actor, role) },
    include: { user: who },
  });
  return member && grant(member, actor, role);
}

/** The actor's own place in the workspace. */
export async function findOwnPlace({ by, id: workspaceId }: Granted<Workspace, "analyst">): Promise<Membership | null> {
  return db().membership.findUnique({ where: { userId_workspaceId: { userId: by.user.id, workspaceId } } });
}

/** Everybody in the workspace, the owners first. */
export async function listMembers({ id }: Granted<Workspace, "analyst">): Promise<MemberLine[]> {
  const members = await db().membership.findMany({
    where: { workspaceId: id },
    orderBy: [{ role: "desc" }, { createdAt: "asc" }, { userId: "asc" }],
    include: {
      user: { select: { name: true, email: true, suspendedAt: true } },
      shows: {
        where: { show: { deletedAt: null } },
        select: { show: { select: { id: true, title: true } } },
        orderBy: { show: { title: "asc" } },
      },
    },
  });
  return members.map(({ user, shows, ...member }) => ({
    ...{ userId: member.userId, name: user.name, email: user.email, role: member.role, since: member.createdAt },
    suspended: user.suspendedAt !== null,
    limitedTo: member.limited ? shows.map(({ show }) => show) : null,
  }));
}
