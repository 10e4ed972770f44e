import { inviteToWorkspace } from "@/lib/accounts/invitation-mutations";
import { findInvitationFor } from "@/lib/accounts/invitations";
import { findWorkspaceFor } from "@/lib/accounts/queries";
import type { NewInvitation } from "@/lib/accounts/workspace-schema";
import type { Role } from "@/prisma/generated/client";
import type { Person } from "./people";
import { present } from "./shows";

export const workspaceOf = async <R extends Role>({ actor, workspaceId }: Person, role: R) =>
  present(await findWorkspaceFor(actor, workspaceId, role));

/** An invitation of the person's into their workspace, as an editor of all shows and by link unless told. */
export const invite = async (person: Person, fields: Partial<NewInvitation> = {}, now = new Date()) =>
  inviteToWorkspace(
    await workspaceOf(person, "admin"),
    { role: "editor", limitedTo: null, email: null, ...fields },
    now,
  );

export async function grantedInvitation(person: Person) {
  const { invitation } = await invite(person);
  return present(await findInvitationFor(person.actor, invitation.id, "admin"));
}

export const tokenIn = (link: string | null | undefined): string =>
  /token=([\w-]+)/.exec(link ?? "")?.[1] ?? "no token";
