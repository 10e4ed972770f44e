"use client";

import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAnswer } from "../../use-answer";
import { Sent } from "../sent";
import { mailCodeAgain } from "./actions";

/** Another mail; only where the page knows the address. */
export function AgainForm({ email }: { email: string }) {
  const [state, send] = useAnswer(mailCodeAgain);
  if (!email) return null;
  return (
    <form action={send} className="mt-8 grid gap-4 text-small">
      {state?.ok === false && <ErrorSummary problem={state} />}
      {state?.ok && <Sent>Another one is on its way. Only the newest code works.</Sent>}
      <input type="hidden" name="email" value={email} />
      <SubmitButton variant="secondary" size="small" className="justify-self-start">
        Send another mail
      </SubmitButton>
    </form>
  );
}
