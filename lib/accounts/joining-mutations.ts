import type { z } from "zod";
import { enqueueAccountMail } from "@/lib/accounts/account-mail";
import type { Actor } from "@/lib/accounts/actor";
import type { Moment } from "@/lib/accounts/entrance";
import { findInvitationByToken, type ShownInvitation } from "@/lib/accounts/invitations";
import { refuseMoreMembers } from "@/lib/accounts/member-limit";
import { lockMembers } from "@/lib/accounts/membership-lock";
import { addUser, isAddressTaken } from "@/lib/accounts/new-users";
import { hashPassword } from "@/lib/accounts/passwords";
import { createSession } from "@/lib/accounts/sessions";
import { mayJoin, signUpMode } from "@/lib/accounts/sign-up-mode";
import type { joinSchema } from "@/lib/accounts/workspace-schema";
import { record } from "@/lib/audit/record";
import { db, type Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { mailLeaves } from "@/lib/platform/mail";
import type { Session } from "@/prisma/generated/client";

/**
 * Makes the actor a member by an invitation's link; gives the workspace's id. Throws `conflict` with a sentence for a link
 * that is no longer good, that is for another address, or whose holder is a member already.
 */
export async function acceptInvitation({ user, via }: Actor, token: string, now: Date): Promise<string> {
  return db().$transaction(async (tx) => {
    const invitation = await requireOpen(tx, token, now);
    const { id, workspaceId, role } = invitation;
    if (!workspaceId)
      throw new DomainError("conflict", "You have an account here already: there is nothing to accept.");
    if (invitation.email && invitation.email !== user.email) throw forAnother(invitation.email);
    await becomeMember(tx, invitation, user.id, now);
    await record(tx, {
      ...{ actorId: user.id, via, act: "acceptInvitation" },
      target: { type: "user", id: user.id },
      workspaceId,
      difference: { invitation: id, role, shows: invitation.showIds },
    });
    return workspaceId;
  });
}

/**
 * Makes an account by an invitation, and a member of its workspace. Verified at once when the invitation was mailed to that
 * address; else null where mail leaves the house, for every address: what comes next stands in a mail to it.
 */
export async function signUpByInvitation(
  { token, password, email }: z.infer<typeof joinSchema>,
  { userAgent, now }: Moment,
): Promise<Session | null> {
  const passwordHash = await hashPassword(password);
  return db().$transaction(async (tx) => {
    const taken = await isAddressTaken(tx, email);
    const invitation = await requireOpenToNewcomer(tx, token, email, now);
    const entersAtOnce = invitation.email !== null || !mailLeaves();
    if (!entersAtOnce) await enqueueAccountMail(tx, taken ? "addressKnown" : "verification", email);
    if (taken && entersAtOnce) throw known();
    if (taken) return null;
    const user = await addInvited(tx, invitation, { email, passwordHash }, now);
    return entersAtOnce ? createSession(user, now, { userAgent, tx }) : null;
  });
}

async function requireOpenToNewcomer(tx: Tx, token: string, email: string, now: Date): Promise<ShownInvitation> {
  const invitation = await requireOpen(tx, token, now);
  if (invitation.email && invitation.email !== email) throw forAnother(invitation.email);
  if (!mayJoin(await signUpMode(tx), invitation.workspaceId)) throw closed();
  return invitation;
}

type NewUser = { email: string; passwordHash: string };

/** Whoever holds a mailed invitation has shown that the address is theirs. */
async function addInvited(tx: Tx, invitation: ShownInvitation, given: NewUser, now: Date) {
  const name = given.email.split("@")[0] as string;
  const facts = { name, isHouseAdmin: false, emailVerifiedAt: invitation.email ? now : null };
  const { user, workspace } = await addUser(tx, { ...given, ...facts });
  if (invitation.workspaceId) await becomeMember(tx, invitation, user.id, now);
  else await spend(tx, invitation, user.id, now);
  await record(tx, {
    ...{ actorId: user.id, via: "session", act: "signUpByInvitation" },
    target: { type: "user", id: user.id },
    workspaceId: invitation.workspaceId ?? workspace.id,
    difference: { invitation: invitation.id, role: invitation.role, shows: invitation.showIds },
  });
  return user;
}

async function becomeMember(tx: Tx, invitation: ShownInvitation, userId: string, now: Date): Promise<void> {
  const { workspaceId, role, showIds, workspace } = invitation;
  if (!workspaceId || !role) throw new Error("An invitation into a workspace has a role.");
  await lockMembers(tx, workspaceId);
  if (await tx.membership.count({ where: { userId, workspaceId } }))
    throw new DomainError("conflict", `You are a member of “${workspace?.name}” already.`);
  await refuseMoreMembers(tx, workspaceId);
  await spend(tx, invitation, userId, now);
  const there = await tx.show.findMany({ where: { id: { in: showIds }, workspaceId }, select: { id: true } });
  const shows = { create: there.map(({ id: showId }) => ({ showId })) };
  await tx.membership.create({
    data: { userId, workspaceId, role, limited: showIds.length > 0, createdAt: now, shows },
  });
}

/** Of two who come at once the second finds it used. */
async function spend(tx: Tx, { id, hash }: ShownInvitation, usedById: string, now: Date): Promise<void> {
  const { count } = await tx.invitation.updateMany({
    where: { id, hash, usedAt: null, revokedAt: null },
    data: { usedAt: now, usedById },
  });
  if (count === 0) throw new DomainError("conflict", sentences.used);
}

async function requireOpen(tx: Tx, token: string, now: Date): Promise<ShownInvitation> {
  const invitation = await findInvitationByToken(token, now, tx);
  if (!invitation) throw new DomainError("invalid", "This link opens nothing. Copy all of it, or ask for another one.");
  if (invitation.state !== "open") throw new DomainError("conflict", sentences[invitation.state]);
  return invitation;
}

const sentences = {
  used: "This invitation was used already: each works once. Ask for another one.",
  revoked: "This invitation was taken back. Ask whoever sent it.",
  expired: "This invitation is older than seven days. Ask for another one.",
  void: "Whoever sent this invitation may no longer invite here. Ask for another one.",
};

const forAnother = (email: string) =>
  new DomainError("conflict", `This invitation was mailed to ${email} and is for that address alone.`);

const closed = () =>
  new DomainError(
    "conflict",
    "Sign-up is closed here: only whoever has an account can accept this. Ask whoever runs this house.",
  );

const known = () =>
  new DomainError(
    "conflict",
    "An account cannot be made with this address. If it is yours, sign in to accept the invitation.",
    { field: "email" },
  );
