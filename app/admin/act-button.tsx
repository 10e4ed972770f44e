"use client";

import type { ComponentProps } from "react";
import type { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionState } from "@/lib/web/action";
import { useAnswer } from "../use-answer";

type Props = Pick<ComponentProps<typeof Button>, "variant"> & {
  act(previous: ActionState, form: FormData): Promise<ActionState>;
  /** what the form sends */
  fields: Record<string, string>;
  label: string;
  /** said when it is done and the button is still there */
  done?: string;
};

/** Does something at once, and says below what came of it. */
export function ActButton({ act, fields, label, done, variant = "secondary" }: Props) {
  const [state, submit] = useAnswer(act);
  return (
    <form action={submit}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant={variant} size="small">
        {label}
      </SubmitButton>
      <p role="status" className={state ? "mt-2 text-small text-quiet" : "sr-only"}>
        {state?.ok === false ? state.sentence : state && done}
      </p>
    </form>
  );
}
