import { asAdmin, type Granted, type HouseAdmin, signed } from "@/lib/accounts/actor";
import { enqueueInvitationMail } from "@/lib/accounts/invitation-mail";
import { refuseMoreMembers, requireShowsOf } from "@/lib/accounts/member-limit";
import { requireRoleNow } from "@/lib/accounts/membership-lock";
import { hashSecret, newSecret } from "@/lib/accounts/secrets";
import type { NewInvitation } from "@/lib/accounts/workspace-schema";
import { record } from "@/lib/audit/record";
import { db, type Tx } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import type { Invitation, Workspace } from "@/prisma/generated/client";

const LIFE_MS = 7 * 24 * 3600_000;

/** An invitation, and its link: shown this once, kept nowhere. Null where it travels by mail. */
type Invited = { invitation: Invitation; link: string | null };

/**
 * Invites somebody into the workspace: by a link for whoever holds it, or by a mail to an address that alone may accept it.
 * Throws `conflict` for an address that is a member or invited already, `quota-used-up` where the plan is full.
 */
export async function inviteToWorkspace(
  workspace: Granted<Workspace, "admin">,
  { role, limitedTo, email }: NewInvitation,
  now: Date,
): Promise<Invited> {
  const { id: workspaceId, by } = workspace;
  return db().$transaction(async (tx) => {
    await requireRoleNow(tx, workspaceId, by, "admin");
    await refuseMoreMembers(tx, workspaceId);
    if (email) await refuseKnown(tx, workspaceId, email, now);
    const showIds = await requireShowsOf(tx, workspaceId, limitedTo ?? []);
    const made = await make(tx, { workspaceId, role, showIds, email, createdById: by.user.id }, now);
    await record(tx, {
      ...signed(workspace),
      act: "inviteToWorkspace",
      target: { type: "invitation", id: made.invitation.id },
      workspaceId,
      difference: { role, by: wayOf(email), shows: showIds },
    });
    return made;
  });
}

/** Invites somebody into the house: they may make an account whatever the sign-up mode. Throws `conflict` for a known address. */
export async function inviteToHouse(admin: HouseAdmin, email: string | null, now: Date): Promise<Invited> {
  return db().$transaction(async (tx) => {
    if (email && (await tx.user.count({ where: { email } })))
      throw new DomainError("conflict", "There is an account with this address already.", {
        fields: { email: "has an account already" },
      });
    const made = await make(tx, { email, createdById: admin.user.id }, now);
    await record(tx, {
      ...asAdmin(admin),
      act: "inviteToHouse",
      target: { type: "invitation", id: made.invitation.id },
      difference: { by: wayOf(email) },
    });
    return made;
  });
}

/** Gives the invitation another link and another week; the link before opens nothing any more. A mailed one is mailed again. */
export async function renewInvitation(invitation: Granted<Invitation, "admin">, now: Date): Promise<Invited> {
  const { id, workspaceId, email, by } = invitation;
  const token = newSecret("lwi");
  return db().$transaction(async (tx) => {
    if (workspaceId) await requireRoleNow(tx, workspaceId, by, "admin");
    const { count } = await tx.invitation.updateMany({
      where: { id, usedAt: null, revokedAt: null },
      data: { hash: hashSecret(token), createdById: by.user.id, expiresAt: new Date(now.getTime() + LIFE_MS) },
    });
    if (count === 0)
      throw new DomainError("conflict", "This invitation was used or revoked in the meantime. Make another one.");
    if (email) await enqueueInvitationMail(tx, id);
    await record(tx, {
      ...signed(invitation),
      act: "renewInvitation",
      target: { type: "invitation", id },
      workspaceId,
    });
    return { invitation, link: email ? null : linkTo(token) };
  });
}

/** Ends an invitation at once. Revoking twice changes nothing. */
export async function revokeInvitation(invitation: Granted<Invitation, "admin">, now: Date): Promise<void> {
  const { id, workspaceId } = invitation;
  await db().$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id, usedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0) return;
    await record(tx, {
      ...signed(invitation),
      act: "revokeInvitation",
      target: { type: "invitation", id },
      workspaceId,
    });
  });
}

type Fields = Pick<Invitation, "email" | "createdById"> & Partial<Pick<Invitation, "workspaceId" | "role" | "showIds">>;

/** The mail's link is made when it is written, so that no secret waits in the queue; until then nobody holds one. */
async function make(tx: Tx, fields: Fields, now: Date): Promise<Invited> {
  const token = newSecret("lwi");
  const expiresAt = new Date(now.getTime() + LIFE_MS);
  const invitation = await tx.invitation.create({
    data: { ...fields, hash: hashSecret(token), createdAt: now, expiresAt },
  });
  if (fields.email) await enqueueInvitationMail(tx, invitation.id);
  return { invitation, link: fields.email ? null : linkTo(token) };
}

/** What the log says of it: the address itself goes with the invitation. */
const wayOf = (email: string | null) => (email ? "mail" : "link");

const linkTo = (token: string): string => `${settings().appUrl}/invitation?token=${token}`;

async function refuseKnown(tx: Tx, workspaceId: string, email: string, now: Date): Promise<void> {
  if (await tx.membership.count({ where: { workspaceId, user: { email } } }))
    throw new DomainError("conflict", "Whoever has this address is a member already.", {
      fields: { email: "belongs to a member already" },
    });
  if (
    await tx.invitation.count({ where: { workspaceId, email, usedAt: null, revokedAt: null, expiresAt: { gt: now } } })
  )
    throw new DomainError("conflict", "This address is invited already: send that invitation again, or revoke it.", {
      fields: { email: "is invited already" },
    });
}
