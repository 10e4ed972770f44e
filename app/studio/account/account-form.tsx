"use client";

import type { ReactNode } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionState } from "@/lib/web/action";
import { keepTyped } from "../../keep-typed";

type Sentences = Record<string, string | undefined>;
type Props = {
  state: ActionState;
  action(form: FormData): void;
  /** What the button says. */
  act: string;
  variant?: "primary" | "signal";
  busy?: boolean;
  /** What stands beside the button once it is done. */
  done?: ReactNode;
  children(errors: Sentences, values: Sentences): ReactNode;
};

/** A form over an action: what went wrong above its fields, what was done beside its button. */
export function AccountForm({ state, action, act, variant, busy, done, children }: Props) {
  const problem = state?.ok === false ? state : null;
  return (
    <form action={action} noValidate className="grid gap-7" onReset={problem ? keepTyped : undefined}>
      {problem && <ErrorSummary problem={problem} />}
      {children(problem?.errors ?? {}, problem?.values ?? {})}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <SubmitButton variant={variant} busy={busy}>
          {act}
        </SubmitButton>
        <p role="status" className="min-w-0 grow basis-40 text-small text-quiet empty:sr-only">
          {state?.ok && done}
        </p>
      </div>
    </form>
  );
}
