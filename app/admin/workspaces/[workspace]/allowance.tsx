"use client";

import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAnswer } from "../../../use-answer";
import { changeAllowance } from "../actions";

type Props = {
  workspace: string;
  plan: string;
  plans: { id: string; name: string; sizes: string }[];
  /** sizes of its own, to be typed; empty: the plan's */
  maxBytes: string;
  maxFileBytes: string;
};

/** The plan of a workspace, and sizes of its own beside it. */
export function Allowance({ workspace, plan, plans, maxBytes, maxFileBytes }: Props) {
  const [state, submit] = useAnswer(changeAllowance);
  const refused = state?.ok === false ? state : null;
  const typed: Record<string, string> = refused?.values ?? { plan, maxBytes, maxFileBytes };
  return (
    <form noValidate action={submit} onReset={(event) => event.preventDefault()} className="grid max-w-text gap-6 pt-5">
      {refused && <ErrorSummary problem={refused} />}
      <input type="hidden" name="workspace" value={workspace} />
      <Field name="plan" label="Plan" error={refused?.errors.plan}>
        <Select key={typed.plan} defaultValue={typed.plan}>
          {plans.map(({ id, name, sizes }) => (
            <option key={id} value={id}>
              {name} ({sizes})
            </option>
          ))}
        </Select>
      </Field>
      <div className="grid gap-6 md:grid-cols-2">
        <Field
          name="maxBytes"
          label="Room in all instead"
          optional
          hint="For example 250 GB. Empty: the plan's."
          error={refused?.errors.maxBytes}
        >
          <Input key={typed.maxBytes} defaultValue={typed.maxBytes} autoComplete="off" />
        </Field>
        <Field
          name="maxFileBytes"
          label="Largest file instead"
          optional
          hint="For example 4 GB. Empty: the plan's."
          error={refused?.errors.maxFileBytes}
        >
          <Input key={typed.maxFileBytes} defaultValue={typed.maxFileBytes} autoComplete="off" />
        </Field>
      </div>
      <div className="flex items-center gap-5">
        <SubmitButton size="small">Save</SubmitButton>
        <p role="status" className="text-small text-quiet">
          {state?.ok && "Saved."}
        </p>
      </div>
    </form>
  );
}
