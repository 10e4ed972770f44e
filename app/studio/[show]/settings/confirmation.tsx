"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionState } from "@/lib/web/action";

type Props = {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: string;
  description: ReactNode;
  /** what must be typed */
  expected: string;
  ask: string;
  act: string;
  fields: Record<string, string>;
  state: ActionState;
  submit(form: FormData): void;
};

/** The hard question: it is done only when what is asked for was typed. */
export function Confirmation(props: Props) {
  const { open, onOpenChange, title, description, expected, ask, act, fields, state, submit } = props;
  const [typed, setTyped] = useState("");
  const errors: Record<string, string> = state?.ok === false ? state.errors : {};
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title} description={description}>
      <form action={submit} onReset={(event) => event.preventDefault()} className="grid gap-7">
        {state?.ok === false && <ErrorSummary problem={state} />}
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Field
          name="confirmation"
          label={ask}
          error={errors.confirmation}
          hint={
            <>
              To be sure: <span className="font-medium text-ink">{expected}</span>
            </>
          }
        >
          <Input
            value={typed}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <div className="flex flex-wrap gap-3">
          <SubmitButton variant="signal" disabled={typed.trim() !== expected.trim()}>
            {act}
          </SubmitButton>
          <DialogClose>
            <Button variant="secondary">Leave it</Button>
          </DialogClose>
        </div>
      </form>
    </Dialog>
  );
}
