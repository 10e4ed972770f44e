"use client";

import { useState } from "react";
import { PasswordField } from "@/components/password-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ActionState } from "@/lib/web/action";
import { useAnswer } from "../../use-answer";
import { AccountForm } from "./account-form";

type Values = Record<string, unknown>;
type Props = {
  /** What the button that opens it says. */
  open: string;
  danger?: boolean;
  title: string;
  description: string;
  act: string;
  action(previous: ActionState, form: FormData): Promise<ActionState>;
  onDone?(values: Values): void;
};

/** Asks for the password before something is done, and closes when it is. */
export function PasswordDialog({ open, danger = false, title, description, ...asked }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <Dialog
      open={shown}
      onOpenChange={setShown}
      trigger={
        <Button variant={danger ? "danger" : "secondary"} size="small">
          {open}
        </Button>
      }
      title={title}
      description={description}
    >
      <Question {...asked} danger={danger} close={() => setShown(false)} />
    </Dialog>
  );
}

type QuestionProps = Pick<Props, "danger" | "act" | "action" | "onDone"> & { close(): void };

function Question({ danger, act, action, onDone, close }: QuestionProps) {
  const [state, send] = useAnswer(async (previous: ActionState, form: FormData) => {
    const next = await action(previous, form);
    if (next?.ok) {
      close();
      onDone?.(next.values ?? {});
    }
    return next;
  });
  return (
    <AccountForm state={state} action={send} act={act} variant={danger ? "signal" : "primary"}>
      {(errors) => (
        <PasswordField name="current" label="Your password" autoComplete="current-password" error={errors.current} />
      )}
    </AccountForm>
  );
}
