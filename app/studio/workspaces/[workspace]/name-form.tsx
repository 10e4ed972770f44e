"use client";

import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAnswer } from "../../../use-answer";
import { renameWorkspace } from "./actions";

export function NameForm({ id, name }: { id: string; name: string }) {
  const [state, submit] = useAnswer(renameWorkspace);
  const problem = state?.ok === false ? state : null;
  return (
    <form noValidate action={submit} onReset={(event) => event.preventDefault()} className="grid max-w-104 gap-6">
      {problem && <ErrorSummary problem={problem} />}
      <input type="hidden" name="workspace" value={id} />
      <Field
        name="name"
        label="Name of the workspace"
        hint="New shows name it as their author, unless they say otherwise."
        error={problem?.errors.name}
      >
        <Input defaultValue={problem?.values?.name ?? name} maxLength={100} autoComplete="off" />
      </Field>
      <div className="flex items-center gap-4">
        <SubmitButton variant="secondary">Rename</SubmitButton>
        <span role="status" className="text-small text-quiet">
          {state?.ok && "Renamed."}
        </span>
      </div>
    </form>
  );
}
