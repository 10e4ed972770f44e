import type { Actor } from "@/lib/accounts/actor";
import { listInvitations } from "@/lib/accounts/invitations";
import { findWorkspaceFor } from "@/lib/accounts/queries";
import { listShowChoices } from "@/lib/accounts/workspaces";
import { renew, revoke } from "./actions";
import { InvitationRow } from "./invitation-row";
import { NewInvitation } from "./new-invitation";
import { Section } from "./section";

/** Who is invited, and the way to invite more; for those who may. */
export async function Invitations({ actor, workspaceId }: { actor: Actor; workspaceId: string }) {
  const workspace = await findWorkspaceFor(actor, workspaceId, "admin");
  if (!workspace) return null;
  const [waiting, shows] = await Promise.all([listInvitations(workspace, new Date()), listShowChoices(workspace)]);
  return (
    <Section title="Invitations" lead="Each works once, for seven days.">
      {waiting.length > 0 && (
        <ul aria-label="Open invitations" className="-mt-4 mb-10">
          {waiting.map((invitation) => (
            <InvitationRow
              key={invitation.id}
              workspace={workspaceId}
              invitation={invitation}
              renew={renew}
              revoke={revoke}
            />
          ))}
        </ul>
      )}
      <NewInvitation workspace={workspaceId} shows={shows} />
    </Section>
  );
}
