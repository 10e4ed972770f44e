"use client";

import { useActionState, useState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { FreshLink } from "../../studio/workspaces/[workspace]/fresh-link";
import { invite } from "./actions";

/** Lets somebody make an account, by a link to pass on or by a mail. */
export function InviteForm() {
  const [by, setBy] = useState("link");
  const [state, submit] = useActionState(invite, null);
  const problem = state?.ok === false ? state : null;
  return (
    <div className="mt-6">
      <form action={submit} onReset={(event) => event.preventDefault()} className="grid max-w-104 gap-6">
        {problem && <ErrorSummary problem={problem} />}
        <Field name="by" label="How it travels" error={problem?.errors.by}>
          <Select value={by} onChange={(event) => setBy(event.target.value)}>
            <option value="link">A link that I pass on myself</option>
            <option value="mail">A mail from this house</option>
          </Select>
        </Field>
        {by === "mail" && (
          <Field name="email" label="Their email" hint="Only this address can accept it." error={problem?.errors.email}>
            <Input type="email" autoComplete="off" autoCapitalize="none" spellCheck={false} />
          </Field>
        )}
        <SubmitButton className="justify-self-start">
          {by === "mail" ? "Send invitation" : "Make the link"}
        </SubmitButton>
      </form>
      <FreshLink state={state} />
    </div>
  );
}
