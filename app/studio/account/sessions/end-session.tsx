"use client";

import { SubmitButton } from "@/components/ui/submit-button";
import { useAnswer } from "../../../use-answer";
import { endAllSessions, endSession } from "./actions";

export function EndOne({ session, browser }: { session: string; browser: string }) {
  const [state, end] = useAnswer(endSession);
  return (
    <form action={end} className="shrink-0">
      <input type="hidden" name="session" value={session} />
      <SubmitButton variant="secondary" size="small" aria-label={`End the session of ${browser}`}>
        End
      </SubmitButton>
      {state?.ok === false && <p role="alert">{state.sentence}</p>}
    </form>
  );
}

export function EndAll() {
  const [state, end] = useAnswer(endAllSessions);
  return (
    <form action={end} className="mt-8">
      <SubmitButton variant="danger">Sign out everywhere</SubmitButton>
      <p className="mt-3 text-small text-quiet">This browser too. Tokens for programs stay.</p>
      {state?.ok === false && <p role="alert">{state.sentence}</p>}
    </form>
  );
}
