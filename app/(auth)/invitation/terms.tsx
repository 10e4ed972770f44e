import { roleWords, titlesInWords } from "@/components/role-words";
import type { ShownInvitation } from "@/lib/accounts/invitations";

/** Who invites to what. */
export function Terms({ invitation: { inviter, workspace, role, showIds, shows } }: { invitation: ShownInvitation }) {
  if (!workspace || !role)
    return (
      <p>
        <strong className="font-semibold text-ink">{inviter}</strong> invites you to make an account and publish
        podcasts here.
      </p>
    );
  return (
    <>
      <p>
        <strong className="font-semibold text-ink">{inviter}</strong> invites you to the workspace{" "}
        <strong className="font-semibold text-ink">{workspace.name}</strong> as an {role}.
      </p>
      <p className="mt-4 text-body">
        An {role} {roleWords[role].charAt(0).toLowerCase() + roleWords[role].slice(1)}
        {showIds.length > 0 && ` You would reach ${titlesInWords(shows) || "no show that is still there"}.`}
      </p>
    </>
  );
}
