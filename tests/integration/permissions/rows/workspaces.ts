import { inviteToHouse } from "@/lib/accounts/invitation-mutations";
import { db } from "@/lib/platform/db";
import { grantedInvitation } from "@/tests/support/invitations";
import { makeHouseAdmin, makeMember, makeOwner } from "@/tests/support/people";
import type { World } from "../world";
import { admins, desk, door, inWorkspace, nobody, nothing, owners, type Row, signedIn, studio } from "./row";

const ofWorkspace = ({ owner }: World) => ({ workspace: owner.workspaceId });
const ofMember = async ({ owner }: World) => ({
  workspace: owner.workspaceId,
  member: (await makeMember(owner.workspaceId, "editor")).user.id,
});
const ofInvitation = async ({ owner }: World) => ({
  workspace: owner.workspaceId,
  invitation: (await grantedInvitation(owner)).id,
});

const act = (
  method: string,
  may: Row["may"],
  form: (world: World) => Record<string, string> | Promise<Record<string, string>>,
) => studio("workspaces/[workspace]/", method, may, async (world) => ({ form: await form(world) }));

export const workspaceRows: Row[] = [
  door("invitation", "PAGE", 200),
  door("invitation", "accept", 422),
  door("invitation", "join", 422),
  studio("workspaces/", "PAGE", signedIn, nothing),
  studio("workspaces/[workspace]/", "PAGE", inWorkspace, ({ owner }) => ({ params: { workspace: owner.workspaceId } })),
  act("renameWorkspace", admins, (world) => ({ ...ofWorkspace(world), name: "Renamed" })),
  act("changeMember", admins, async (world) => ({ ...(await ofMember(world)), role: "analyst" })),
  act("removeMember", admins, ofMember),
  act("invite", admins, (world) => ({ ...ofWorkspace(world), role: "editor", by: "link" })),
  act("renew", admins, ofInvitation),
  act("revoke", admins, ofInvitation),
  {
    ...act("transferOwnership", owners, ofSuspendedMember),
    ...{ status: 422, case: "to somebody who cannot answer for it" },
  },
  desk("invitations/", "PAGE"),
  desk("invitations/", "invite", () => ({ form: { by: "link" } })),
  desk("invitations/", "renew", ofHouse),
  desk("invitations/", "revoke", ofHouse),
  { ...act("leaveWorkspace", nobody, ofAnother), case: "that is another's" },
];

async function ofSuspendedMember(world: World) {
  const named = await ofMember(world);
  await db().user.update({ where: { id: named.member }, data: { suspendedAt: new Date() } });
  return named;
}

async function ofAnother() {
  return { workspace: (await makeOwner()).workspaceId };
}

async function ofHouse() {
  const { invitation } = await inviteToHouse(await makeHouseAdmin(), null, new Date());
  return { form: { invitation: invitation.id } };
}
