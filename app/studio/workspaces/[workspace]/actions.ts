"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { inviteToWorkspace, renewInvitation, revokeInvitation } from "@/lib/accounts/invitation-mutations";
import { findInvitationFor } from "@/lib/accounts/invitations";
import {
  changeMember as change,
  leaveWorkspace as leave,
  removeMember as remove,
  renameWorkspace as rename,
  transferOwnership as transfer,
} from "@/lib/accounts/member-mutations";
import { findMemberFor } from "@/lib/accounts/members";
import { findWorkspaceFor } from "@/lib/accounts/queries";
import { invitationSchema, membershipSchema, workspaceNameSchema } from "@/lib/accounts/workspace-schema";
import { action } from "@/lib/web/action";
import { caller } from "@/lib/web/caller";
import { countMail } from "@/lib/web/limits";

const workspaceId = z.string();
const inWorkspace = z.object({ workspace: workspaceId });
const ofMember = z.object({ workspace: workspaceId, member: z.string() });
const ofInvitation = z.object({ workspace: workspaceId, invitation: z.string() });

export const renameWorkspace = action(inWorkspace.extend({ name: workspaceNameSchema }), async (input, { actor }) => {
  const workspace = (await findWorkspaceFor(actor, input.workspace, "admin")) ?? notFound();
  await rename(workspace, input.name);
  return changed(input.workspace);
});

/** Fields: workspace, member, role, reach, shows. */
export const changeMember = action(z.intersection(ofMember, membershipSchema), async (input, { actor }) => {
  const member = (await findMemberFor(actor, keyOf(input), "admin")) ?? notFound();
  await change(member, input);
  return changed(input.workspace);
});

export const removeMember = action(ofMember, async (input, { actor, now }) => {
  const member = (await findMemberFor(actor, keyOf(input), "admin")) ?? notFound();
  await remove(member, now);
  return changed(input.workspace);
});

export const transferOwnership = action(ofMember, async (input, { actor }) => {
  const member = (await findMemberFor(actor, keyOf(input), "owner")) ?? notFound();
  await transfer(member);
  return changed(input.workspace);
});

export const leaveWorkspace = action(inWorkspace, async (input, { actor, now }) => {
  const workspace = (await findWorkspaceFor(actor, input.workspace, "analyst")) ?? notFound();
  await leave(workspace, now);
  redirect("/studio/workspaces");
});

/** Fields: workspace, role, reach, shows, by ("link" or "mail"), email. Gives the link, this once, or whom it was mailed to. */
export const invite = action(z.intersection(inWorkspace, invitationSchema), async (input, { actor, now }) => {
  const workspace = (await findWorkspaceFor(actor, input.workspace, "admin")) ?? notFound();
  if (input.email) await countMail(await caller(), input.email);
  const { invitation, link } = await inviteToWorkspace(workspace, input, now);
  changed(input.workspace);
  return { id: invitation.id, link, email: input.email };
});

/** Gives another link, or mails one. */
export const renew = action(ofInvitation, async (input, { actor, now }) => {
  const invitation = (await findInvitationFor(actor, input.invitation, "admin")) ?? notFound();
  if (invitation.email) await countMail(await caller(), invitation.email);
  const { link } = await renewInvitation(invitation, now);
  changed(input.workspace);
  return { link, email: invitation.email };
});

export const revoke = action(ofInvitation, async (input, { actor, now }) => {
  const invitation = (await findInvitationFor(actor, input.invitation, "admin")) ?? notFound();
  await revokeInvitation(invitation, now);
  return changed(input.workspace);
});

const keyOf = ({ workspace, member }: z.infer<typeof ofMember>) => ({ workspaceId: workspace, userId: member });

function changed(id: string): Record<string, never> {
  revalidatePath(`/studio/workspaces/${id}`);
  return {};
}
