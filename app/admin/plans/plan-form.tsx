"use client";

import { useState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionState } from "@/lib/web/action";
import { useAnswer } from "../../use-answer";

const empty = { name: "", maxBytes: "", maxFileBytes: "", maxShows: "", maxMembers: "" };

type Props = {
  act(previous: ActionState, form: FormData): Promise<ActionState>;
  /** of the plan that is changed; a new one has none */
  plan?: { id: string } & typeof empty;
  label: string;
};

/** A plan's name, sizes and limits. Sizes are typed as people say them. */
export function PlanForm({ act, plan, label }: Props) {
  const [values, setValues] = useState(plan ?? empty);
  const [state, submit] = useAnswer(async (previous: ActionState, form: FormData) => {
    const next = await act(previous, form);
    if (next?.ok && !plan) setValues(empty);
    return next;
  });
  const refused = state?.ok === false ? state : null;
  const fieldOf = (name: keyof typeof empty) => ({
    value: values[name],
    onChange: ({ target }: { target: HTMLInputElement }) =>
      setValues((before) => ({ ...before, [name]: target.value })),
    autoComplete: "off",
  });
  return (
    <form noValidate action={submit} onReset={(event) => event.preventDefault()} className="grid max-w-text gap-6 pt-5">
      {refused && <ErrorSummary problem={refused} />}
      {plan && <input type="hidden" name="plan" value={plan.id} />}
      <Field name="name" label="Name" error={refused?.errors.name}>
        <Input {...fieldOf("name")} maxLength={60} />
      </Field>
      <div className="grid gap-6 md:grid-cols-2">
        <Field name="maxBytes" label="Room in all" hint="For example 100 GB." error={refused?.errors.maxBytes}>
          <Input {...fieldOf("maxBytes")} />
        </Field>
        <Field name="maxFileBytes" label="Largest file" hint="For example 2 GB." error={refused?.errors.maxFileBytes}>
          <Input {...fieldOf("maxFileBytes")} />
        </Field>
        <Field
          name="maxShows"
          label="Shows"
          optional
          hint="Empty: as many as they like."
          error={refused?.errors.maxShows}
        >
          <Input {...fieldOf("maxShows")} inputMode="numeric" />
        </Field>
        <Field
          name="maxMembers"
          label="Members"
          optional
          hint="Empty: as many as they like."
          error={refused?.errors.maxMembers}
        >
          <Input {...fieldOf("maxMembers")} inputMode="numeric" />
        </Field>
      </div>
      <div className="flex items-center gap-5">
        <SubmitButton size="small">{label}</SubmitButton>
        <p role="status" className="text-small text-quiet">
          {state?.ok && "Saved."}
        </p>
      </div>
    </form>
  );
}
