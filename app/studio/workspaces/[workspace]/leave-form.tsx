"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAnswer } from "../../../use-answer";
import { leaveWorkspace } from "./actions";

type Props = { id: string; name: string; lastOwner: boolean };

export function LeaveForm({ id, name, lastOwner }: Props) {
  const [state, submit] = useAnswer(leaveWorkspace);
  if (lastOwner)
    return (
      <p className="max-w-text text-quiet">
        You are the last owner, and a workspace always has one. Make a member the owner first: choose “Change” beside
        their name.
      </p>
    );
  return (
    <Dialog
      trigger={<Button variant="danger">Leave this workspace</Button>}
      title={`Leave “${name}”?`}
      description="Its shows, and your tokens for them, are closed to you at once. Coming back takes an invitation."
      actions={
        <form action={submit} className="flex flex-wrap gap-3">
          <input type="hidden" name="workspace" value={id} />
          <SubmitButton variant="signal">Leave</SubmitButton>
          <DialogClose>
            <Button variant="secondary">Stay</Button>
          </DialogClose>
        </form>
      }
    >
      {state?.ok === false && <ErrorSummary problem={state} />}
    </Dialog>
  );
}
