"use client";

import { ErrorSummary } from "@/components/ui/error-summary";
import { useAnswer } from "../../../use-answer";
import { invite } from "./actions";
import { FreshLink } from "./fresh-link";
import { ReachFields } from "./reach-fields";
import { TravelFields } from "./travel-fields";

type Props = { workspace: string; shows: { id: string; title: string }[] };

const roles = ["editor", "analyst", "admin"] as const;

/** Invites somebody with a role, by a link to pass on or by a mail. */
export function NewInvitation({ workspace, shows }: Props) {
  const [state, submit] = useAnswer(invite);
  const problem = state?.ok === false ? state : null;
  return (
    <div id="invite">
      <h3 className="font-semibold">Invite somebody</h3>
      <form
        noValidate
        action={submit}
        onReset={(event) => event.preventDefault()}
        className="mt-5 grid max-w-104 gap-6"
      >
        {problem && <ErrorSummary problem={problem} />}
        <input type="hidden" name="workspace" value={workspace} />
        <ReachFields roles={roles} shows={shows} first="editor" limitedTo={null} errors={problem?.errors ?? {}} />
        <TravelFields errors={problem?.errors ?? {}} />
      </form>
      <FreshLink state={state} />
    </div>
  );
}
