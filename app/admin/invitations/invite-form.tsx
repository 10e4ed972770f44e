"use client";

import { ErrorSummary } from "@/components/ui/error-summary";
import { FreshLink } from "../../studio/workspaces/[workspace]/fresh-link";
import { TravelFields } from "../../studio/workspaces/[workspace]/travel-fields";
import { useAnswer } from "../../use-answer";
import { invite } from "./actions";

/** Lets somebody make an account, by a link to pass on or by a mail. */
export function InviteForm() {
  const [state, submit] = useAnswer(invite);
  const problem = state?.ok === false ? state : null;
  return (
    <div className="mt-6">
      <form noValidate action={submit} onReset={(event) => event.preventDefault()} className="grid max-w-104 gap-6">
        {problem && <ErrorSummary problem={problem} />}
        <TravelFields errors={problem?.errors ?? {}} />
      </form>
      <FreshLink state={state} />
    </div>
  );
}
