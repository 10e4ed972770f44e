import type { ReactNode } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionState } from "@/lib/web/action";
import { keepTyped } from "../keep-typed";

type Sentences = Record<string, string | undefined>;
type Props = {
  state: ActionState;
  action(form: FormData): void;
  /** What the button says. */
  act: string;
  children(errors: Sentences, values: Sentences): ReactNode;
};

/** A form over an action: what went wrong above its fields, and the button. The server says what is wrong, in its own words. */
export function DoorForm({ state, action, act, children }: Props) {
  const problem = state?.ok === false ? state : null;
  return (
    <form action={action} noValidate className="grid gap-8" onReset={problem ? keepTyped : undefined}>
      {problem && <ErrorSummary problem={problem} />}
      {children(problem?.errors ?? {}, problem?.values ?? {})}
      <SubmitButton className="w-full">{act}</SubmitButton>
    </form>
  );
}
