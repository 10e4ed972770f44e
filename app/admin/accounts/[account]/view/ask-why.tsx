"use client";

import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { useAnswer } from "../../../../use-answer";
import { beginLook } from "./actions";

/** The reason that goes into the audit log before anything is shown. */
export function AskWhy({ account, minutes }: { account: string; minutes: number }) {
  const [state, submit] = useAnswer(beginLook);
  const refused = state?.ok === false ? state : null;
  return (
    <form
      noValidate
      action={submit}
      onReset={(event) => event.preventDefault()}
      className="mt-10 grid max-w-text gap-6"
    >
      {refused && <ErrorSummary problem={refused} />}
      <input type="hidden" name="account" value={account} />
      <Field
        name="reason"
        label="Why do you look?"
        hint={`It stands in the audit log with your name, beside every show and episode that you open. It holds for ${minutes} minutes.`}
        error={refused?.errors.reason}
      >
        <Textarea maxLength={1000} placeholder="They wrote that an episode is missing." />
      </Field>
      <SubmitButton size="small" className="justify-self-start">
        Look
      </SubmitButton>
    </form>
  );
}
