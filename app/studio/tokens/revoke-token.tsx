"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionState } from "@/lib/web/action";

type Props = { id: string; name: string; revoke(previous: ActionState, form: FormData): Promise<ActionState> };

/** Asks first: a revoked token cannot come back. */
export function RevokeToken({ id, name, revoke }: Props) {
  const [state, submit] = useActionState(revoke, null);
  return (
    <Dialog
      trigger={
        <Button variant="danger" size="small" className="shrink-0" aria-label={`Revoke ${name}`}>
          Revoke
        </Button>
      }
      title={`Revoke “${name}”?`}
      description="Every program that uses this token is refused from this moment on. This cannot be undone; you can make a new token at any time."
      actions={
        <form action={submit} className="flex flex-wrap gap-3">
          <input type="hidden" name="token" value={id} />
          <SubmitButton variant="signal">Revoke token</SubmitButton>
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
