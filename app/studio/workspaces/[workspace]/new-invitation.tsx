"use client";

import { useActionState, useState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { invite } from "./actions";
import { FreshLink } from "./fresh-link";
import { ReachFields } from "./reach-fields";

type Props = { workspace: string; shows: { id: string; title: string }[] };

const roles = ["editor", "analyst", "admin"] as const;

/** Invites somebody with a role, by a link to pass on or by a mail. */
export function NewInvitation({ workspace, shows }: Props) {
  const [by, setBy] = useState("link");
  const [state, submit] = useActionState(invite, null);
  const problem = state?.ok === false ? state : null;
  return (
    <div>
      <h3 className="font-semibold">Invite somebody</h3>
      <form action={submit} onReset={(event) => event.preventDefault()} className="mt-5 grid max-w-104 gap-6">
        {problem && <ErrorSummary problem={problem} />}
        <input type="hidden" name="workspace" value={workspace} />
        <ReachFields roles={roles} shows={shows} first="editor" limitedTo={null} errors={problem?.errors ?? {}} />
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
