import { type Actor, type Granted, grant, type HouseAdmin, rolesFrom } from "@/lib/accounts/actor";
import { reachableBy } from "@/lib/accounts/queries";
import { hashSecret } from "@/lib/accounts/secrets";
import { db, type Tx } from "@/lib/platform/db";
import { isUuid } from "@/lib/platform/uuid";
import type { Invitation, Role, Workspace } from "@/prisma/generated/client";

/** "void": whoever made it may no longer invite. */
export type InvitationState = "open" | "used" | "revoked" | "expired" | "void";

/** An invitation as it is shown to whoever holds its link. */
export type ShownInvitation = Invitation & {
  state: InvitationState;
  inviter: string;
  workspace: Workspace | null;
  /** titles of the shows it is limited to */
  shows: string[];
};

/** An invitation that waits, in the list of those who may end it. Neither its token nor the hash is among it. */
export type WaitingInvitation = Pick<Invitation, "id" | "email" | "role" | "createdAt" | "expiresAt"> &
  Pick<ShownInvitation, "state" | "inviter" | "shows">;

/** The invitation that a link's token opens, in whatever state it is. */
export async function findInvitationByToken(token: string, now: Date, tx: Tx = db()): Promise<ShownInvitation | null> {
  const invitation = await tx.invitation.findUnique({
    where: { hash: hashSecret(token) },
    include: { workspace: true },
  });
  return invitation && shownOf(tx, invitation, now);
}

/** What waits to be accepted or has run out, newest first. */
export const listInvitations = (workspace: Granted<Workspace, "admin">, now: Date): Promise<WaitingInvitation[]> =>
  listWaiting(workspace.id, now);

/** The house's own, which let somebody make an account. */
export const listHouseInvitations = (_: HouseAdmin, now: Date): Promise<WaitingInvitation[]> => listWaiting(null, now);

/** An invitation that waits, for whoever holds at least `role` in its workspace. */
export async function findInvitationFor<R extends Role>(
  actor: Actor,
  id: string,
  role: R,
): Promise<Granted<Invitation, R> | null> {
  if (!isUuid(id)) return null;
  const invitation = await db().invitation.findFirst({
    where: { id, ...waiting, workspace: reachableBy(actor, role) },
  });
  return invitation && grant(invitation, actor, role);
}

export async function findHouseInvitation(admin: HouseAdmin, id: string): Promise<Granted<Invitation, "admin"> | null> {
  if (!isUuid(id)) return null;
  const invitation = await db().invitation.findFirst({ where: { id, ...waiting, workspaceId: null } });
  return invitation && grant(invitation, admin, "admin");
}

const waiting = { usedAt: null, revokedAt: null };

async function listWaiting(workspaceId: string | null, now: Date): Promise<WaitingInvitation[]> {
  const found = await db().invitation.findMany({
    where: { workspaceId, ...waiting },
    orderBy: { id: "desc" },
    take: 200,
    include: { workspace: true },
  });
  const shown = await Promise.all(found.map((invitation) => shownOf(db(), invitation, now)));
  return shown.map(({ id, email, role, createdAt, expiresAt, state, inviter, shows }) => ({
    ...{ id, email, role, createdAt, expiresAt, state, inviter, shows },
  }));
}

async function shownOf(
  tx: Tx,
  invitation: Invitation & { workspace: Workspace | null },
  now: Date,
): Promise<ShownInvitation> {
  const inviter = await tx.user.findUnique({
    where: { id: invitation.createdById },
    include: { memberships: { where: { workspaceId: invitation.workspaceId ?? undefined } } },
  });
  const shows = await tx.show.findMany({
    where: { id: { in: invitation.showIds }, workspaceId: invitation.workspaceId ?? undefined, deletedAt: null },
    select: { title: true },
    orderBy: { title: "asc" },
  });
  const mayInvite =
    inviter !== null &&
    !inviter.suspendedAt &&
    !inviter.closedAt &&
    (invitation.workspaceId === null
      ? inviter.isHouseAdmin
      : inviter.memberships.some(({ role }) => rolesFrom("admin").includes(role)));
  return {
    ...invitation,
    state: stateOf(invitation, mayInvite, now),
    inviter: inviter?.name ?? "Somebody",
    shows: shows.map(({ title }) => title),
  };
}

function stateOf({ usedAt, revokedAt, expiresAt }: Invitation, mayInvite: boolean, now: Date): InvitationState {
  if (usedAt) return "used";
  if (revokedAt) return "revoked";
  if (!mayInvite) return "void";
  return expiresAt <= now ? "expired" : "open";
}
