"use client";

import { type ComponentProps, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionState } from "@/lib/web/action";
import { useAnswer } from "../use-answer";

type Props = {
  act(previous: ActionState, form: FormData): Promise<ActionState>;
  /** what the form sends beside what is typed */
  fields: Record<string, string>;
  label: string;
  variant?: ComponentProps<typeof Button>["variant"];
  title: string;
  description: string;
  confirm: string;
  keep?: string;
  /** fields to fill in, with what was wrong with each */
  children?(errors: Record<string, string>, typed: Record<string, string>): ReactNode;
};

/** An act that is asked about first, and what it needs to know. It closes once it is done. */
export function ActDialog({ act, fields, label, variant = "secondary", children, ...words }: Props) {
  const [open, setOpen] = useState(false);
  const [state, submit] = useAnswer(async (previous: ActionState, form: FormData) => {
    const next = await act(previous, form);
    if (next?.ok) setOpen(false);
    return next;
  });
  const refused = state?.ok === false ? state : null;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant={variant} size="small">
          {label}
        </Button>
      }
      title={words.title}
      description={words.description}
    >
      <form noValidate action={submit} onReset={(event) => event.preventDefault()} className="grid gap-6">
        {refused && <ErrorSummary problem={refused} />}
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children?.(refused?.errors ?? {}, refused?.values ?? {})}
        <div className="flex flex-wrap gap-3">
          <SubmitButton variant={variant === "danger" ? "signal" : "primary"}>{words.confirm}</SubmitButton>
          <DialogClose>
            <Button variant="secondary">{words.keep ?? "Leave it"}</Button>
          </DialogClose>
        </div>
      </form>
    </Dialog>
  );
}
