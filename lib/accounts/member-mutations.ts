import { type Granted, signed } from "@/lib/accounts/actor";
import { requireShowsOf } from "@/lib/accounts/member-limit";
import { mayManage } from "@/lib/accounts/member-policy";
import type { Member } from "@/lib/accounts/members";
import { countOwners, keepAnOwner, requireRoleNow } from "@/lib/accounts/membership-lock";
import type { MembershipChange } from "@/lib/accounts/workspace-schema";
import { record } from "@/lib/audit/record";
import { db, type Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import type { Membership, Role, Workspace } from "@/prisma/generated/client";

export async function renameWorkspace(workspace: Granted<Workspace, "admin">, name: string): Promise<void> {
  const { id } = workspace;
  await db().$transaction(async (tx) => {
    const { count } = await tx.workspace.updateMany({ where: { id, name: { not: name } }, data: { name } });
    if (count === 0) return;
    await record(tx, {
      ...signed(workspace),
      act: "renameWorkspace",
      target: { type: "workspace", id },
      workspaceId: id,
      difference: { name: "changed" }, // a workspace begins with the name of whoever it belongs to
    });
  });
}

/**
 * Gives a member another role, or other shows to be limited to; it counts from their next request on. Throws `conflict`
 * for the last owner, and for an admin who reaches for owners.
 */
export async function changeMember(
  member: Granted<Member, "admin">,
  { role, limitedTo }: MembershipChange,
): Promise<void> {
  await changing(member, role, async (tx, present, key) => {
    const showIds = await requireShowsOf(tx, member.workspaceId, limitedTo ?? []);
    const before = await shows(tx, key);
    await tx.membershipShow.deleteMany({ where: key });
    await tx.membership.update({ where: { userId_workspaceId: key }, data: { role, limited: limitedTo !== null } });
    await tx.membershipShow.createMany({ data: showIds.map((showId) => ({ ...key, showId })) });
    return {
      act: "changeMember",
      difference: { role: [present.role, role], shows: [present.limited ? before : null, limitedTo && showIds] },
    };
  });
}

/** Takes a member out: nothing of the workspace answers them from now on, nor their tokens. Throws `conflict` for the last owner. */
export async function removeMember(member: Granted<Member, "admin">, now: Date): Promise<void> {
  await changing(member, null, async (tx, { role }, key) => {
    await takeOut(tx, key, now);
    return { act: "removeMember", difference: { role } };
  });
}

/** Goes out of a workspace. Throws `conflict` for the last owner. */
export async function leaveWorkspace(workspace: Granted<Workspace, "analyst">, now: Date): Promise<void> {
  const { id: workspaceId, by } = workspace;
  await db().$transaction(async (tx) => {
    const role = await requireRoleNow(tx, workspaceId, by, "analyst");
    const owners = await countOwners(tx, workspaceId);
    await takeOut(tx, { userId: by.user.id, workspaceId }, now);
    await keepAnOwner(tx, workspaceId, owners);
    await record(tx, {
      ...signed(workspace),
      act: "leaveWorkspace",
      target: { type: "user", id: by.user.id },
      workspaceId,
      difference: { role },
    });
  });
}

/** Makes the member an owner and whoever does it an admin, in one step. Throws `conflict` when no owner would be left who can act. */
export async function transferOwnership(member: Granted<Member, "owner">): Promise<void> {
  const { workspaceId, by } = member;
  await db().$transaction(async (tx) => {
    await requireRoleNow(tx, workspaceId, by, "owner");
    const owners = await countOwners(tx, workspaceId);
    await tx.membership.update({
      where: { userId_workspaceId: { userId: by.user.id, workspaceId } },
      data: { role: "admin" },
    });
    await makeOwner(tx, { userId: member.userId, workspaceId });
    await keepAnOwner(tx, workspaceId, owners);
    await record(tx, {
      ...signed(member),
      act: "transferOwnership",
      target: { type: "user", id: member.userId },
      workspaceId,
      difference: { owner: [by.user.id, member.userId] },
    });
  });
}

type Key = Pick<Membership, "userId" | "workspaceId">;
type Told = { act: string; difference: Record<string, unknown> };

/** Does it to a member while all are held still, if whoever acts may; null is their removal. */
async function changing(
  member: Granted<Member, "admin">,
  becomes: Role | null,
  change: (tx: Tx, present: Membership, key: Key) => Promise<Told>,
): Promise<void> {
  const { userId, workspaceId, by } = member;
  await db().$transaction(async (tx) => {
    const own = await requireRoleNow(tx, workspaceId, by, "admin");
    const key = { userId, workspaceId };
    const present = await tx.membership.findUnique({ where: { userId_workspaceId: key } });
    if (!present) throw gone();
    if (!mayManage(own, present.role, becomes ?? present.role)) throw onlyOwners();
    const owners = await countOwners(tx, workspaceId);
    const told = await change(tx, present, key);
    await keepAnOwner(tx, workspaceId, owners);
    await record(tx, { ...signed(member), ...told, target: { type: "user", id: userId }, workspaceId });
  });
}

/** Should they come back one day, what they held before opens nothing. */
async function takeOut(tx: Tx, key: Key, now: Date): Promise<void> {
  await tx.membership.delete({ where: { userId_workspaceId: key } });
  await tx.apiToken.updateMany({ where: { ...key, revokedAt: null }, data: { revokedAt: now } });
}

async function makeOwner(tx: Tx, key: Key): Promise<void> {
  const { count } = await tx.membership.updateMany({ where: key, data: { role: "owner", limited: false } });
  if (count === 0) throw gone();
  await tx.membershipShow.deleteMany({ where: key });
}

async function shows(tx: Tx, where: Key): Promise<string[]> {
  return (await tx.membershipShow.findMany({ where, select: { showId: true } })).map(({ showId }) => showId);
}

const gone = () => new DomainError("conflict", "This member left in the meantime.");

const onlyOwners = () => new DomainError("conflict", "Only an owner can make an owner, or change or remove one.");
