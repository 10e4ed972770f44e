"use client";

import { LocalTime } from "@/components/local-time";
import { roleNames, titlesInWords } from "@/components/role-words";
import { Badge } from "@/components/ui/badge";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import type { WaitingInvitation } from "@/lib/accounts/invitations";
import type { ActionState } from "@/lib/web/action";
import { useAnswer } from "../../../use-answer";
import { FreshLink } from "./fresh-link";

type Act = (previous: ActionState, form: FormData) => Promise<ActionState>;
type Props = {
  /** Whose it is; left out at the house's desk. */
  workspace?: string;
  invitation: WaitingInvitation;
  renew: Act;
  revoke: Act;
};

/** An invitation that waits: for whom, until when, and how to end it or make it anew. */
export function InvitationRow({ workspace, invitation, renew, revoke }: Props) {
  const { id, email, role, shows, inviter, expiresAt, state } = invitation;
  const [renewed, again] = useAnswer(renew);
  const [revoked, end] = useAnswer(revoke);
  const problem = [renewed, revoked].find((answer) => answer?.ok === false);
  const name = email ?? "the link";
  const ids = (
    <>
      {workspace && <input type="hidden" name="workspace" value={workspace} />}
      <input type="hidden" name="invitation" value={id} />
    </>
  );
  return (
    <li className="border-b py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <p className="font-medium">{email ?? "Whoever holds the link"}</p>
          <p className="text-small text-quiet">
            {role && roleNames[role]}
            {shows.length > 0 && ` of ${titlesInWords(shows)}`}
            {role && " · "}by {inviter} · until <LocalTime at={expiresAt} time />
          </p>
          {state === "expired" && <Badge tone="idle">Run out</Badge>}
          {state === "void" && <Badge tone="trouble">Its sender may no longer invite</Badge>}
        </div>
        <div className="flex gap-3">
          <form action={again}>
            {ids}
            <SubmitButton
              variant="secondary"
              size="small"
              aria-label={email ? `Send again to ${name}` : `New link in place of ${name}`}
            >
              {email ? "Send again" : "New link"}
            </SubmitButton>
          </form>
          <form action={end}>
            {ids}
            <SubmitButton variant="danger" size="small" aria-label={`Revoke the invitation of ${name}`}>
              Revoke
            </SubmitButton>
          </form>
        </div>
      </div>
      {problem?.ok === false && <ErrorSummary problem={problem} />}
      <FreshLink state={renewed} />
    </li>
  );
}
