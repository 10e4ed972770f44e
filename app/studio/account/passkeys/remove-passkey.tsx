"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import { removePasskey } from "./actions";

/** Asks first: it cannot come back. */
export function RemovePasskey({ id, name }: { id: string; name: string }) {
  const [state, submit] = useActionState(removePasskey, null);
  return (
    <Dialog
      trigger={
        <Button variant="danger" size="small" className="shrink-0" aria-label={`Remove ${name}`}>
          Remove
        </Button>
      }
      title={`Remove “${name}”?`}
      description="It opens your account no more. Delete it in your device or password manager too; you can add another at any time."
      actions={
        <form action={submit} className="flex flex-wrap gap-3">
          <input type="hidden" name="passkey" value={id} />
          <SubmitButton variant="signal">Remove passkey</SubmitButton>
          <DialogClose>
            <Button variant="secondary">Keep it</Button>
          </DialogClose>
        </form>
      }
    >
      {state?.ok === false && <p role="alert">{state.sentence}</p>}
    </Dialog>
  );
}
