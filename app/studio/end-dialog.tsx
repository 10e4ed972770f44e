"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionState } from "@/lib/web/action";
import { useAnswer } from "../use-answer";

type Props = {
  /** the thing that ends: the name of the form's field, its id, and what people call it */
  field: "token" | "passkey";
  id: string;
  name: string;
  /** "Revoke" */
  verb: string;
  /** what comes of it */
  words: string;
  end(previous: ActionState, form: FormData): Promise<ActionState>;
};

/** Asks first: what ends here cannot come back. */
export function EndDialog({ field, id, name, verb, words, end }: Props) {
  const [state, submit] = useAnswer(end);
  return (
    <Dialog
      trigger={
        <Button variant="danger" size="small" className="shrink-0" aria-label={`${verb} ${name}`}>
          {verb}
        </Button>
      }
      title={`${verb} “${name}”?`}
      description={words}
      actions={
        <form action={submit} className="flex flex-wrap gap-3">
          <input type="hidden" name={field} value={id} />
          <SubmitButton variant="signal">{`${verb} ${field}`}</SubmitButton>
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
