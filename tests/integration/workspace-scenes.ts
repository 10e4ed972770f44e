import { randomUUID } from "node:crypto";
import {
  inviteToHouse,
  inviteToWorkspace,
  renewInvitation,
  revokeInvitation,
} from "@/lib/accounts/invitation-mutations";
import { acceptInvitation, signUpByInvitation } from "@/lib/accounts/joining-mutations";
import {
  changeMember,
  leaveWorkspace,
  removeMember,
  renameWorkspace,
  transferOwnership,
} from "@/lib/accounts/member-mutations";
import { findMemberFor } from "@/lib/accounts/members";
import { findWorkspaceFor } from "@/lib/accounts/queries";
import { grantedInvitation, invite, tokenIn, workspaceOf } from "@/tests/support/invitations";
import { makeHouseAdmin, makeMember, makeOwner, type Person } from "@/tests/support/people";
import { present } from "@/tests/support/shows";

const now = new Date();
const email = () => `${randomUUID()}@example.org`;

type Scene = (house: { owner: Person }) => Promise<() => unknown>;

/** Sets the scene for what members do in a workspace, and gives the act itself. */
export const workspaceScenes: Record<string, Scene> = {
  renameWorkspace: async ({ owner }) => {
    const workspace = await workspaceOf(owner, "admin");
    return () => renameWorkspace(workspace, "Renamed");
  },
  changeMember: async ({ owner }) => {
    const member = await memberOf(owner);
    return () => changeMember(member, { role: "analyst", limitedTo: null });
  },
  removeMember: async ({ owner }) => {
    const member = await memberOf(owner);
    return () => removeMember(member, now);
  },
  leaveWorkspace: async ({ owner }) => {
    await makeMember(owner.workspaceId, "owner");
    const workspace = present(await findWorkspaceFor(owner.actor, owner.workspaceId, "analyst"));
    return () => leaveWorkspace(workspace, now);
  },
  transferOwnership: async ({ owner }) => {
    const member = await memberOf(owner);
    return () => transferOwnership(member);
  },
  inviteToWorkspace: async ({ owner }) => {
    const workspace = await workspaceOf(owner, "admin");
    return () => inviteToWorkspace(workspace, { role: "editor", limitedTo: null, email: email() }, now);
  },
  renewInvitation: async ({ owner }) => {
    const invitation = await grantedInvitation(owner);
    return () => renewInvitation(invitation, now);
  },
  revokeInvitation: async ({ owner }) => {
    const invitation = await grantedInvitation(owner);
    return () => revokeInvitation(invitation, now);
  },
  acceptInvitation: async () => {
    const [{ link }, { actor }] = [await invite(await makeOwner()), await makeOwner()];
    const inBrowser = { ...actor, workspaceId: null, via: "session" as const };
    return () => acceptInvitation(inBrowser, tokenIn(link), now);
  },
  signUpByInvitation: async ({ owner }) => {
    const { link } = await invite(owner);
    const input = { token: tokenIn(link), email: email(), password: "ten letters" };
    return () => signUpByInvitation(input, { userAgent: null, now });
  },
};

/** What only a house admin does. */
export const houseInvitationScenes: Record<string, () => Promise<() => unknown>> = {
  inviteToHouse: async () => {
    const admin = await makeHouseAdmin();
    return () => inviteToHouse(admin, email(), now);
  },
};

async function memberOf(owner: Person) {
  const { user } = await makeMember(owner.workspaceId, "editor");
  const key = { workspaceId: owner.workspaceId, userId: user.id };
  return present(await findMemberFor(owner.actor, key, "owner"));
}
