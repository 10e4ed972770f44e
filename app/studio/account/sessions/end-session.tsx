"use client";

import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { endAllSessions, endSession } from "./actions";

export function EndOne({ session, browser }: { session: string; browser: string }) {
  const [state, end] = useActionState(endSession, null);
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
  const [state, end] = useActionState(endAllSessions, null);
  return (
    <form action={end} className="mt-8">
      <SubmitButton variant="danger">Sign out everywhere</SubmitButton>
      <p className="mt-3 text-small text-quiet">This browser too. Tokens for programs stay.</p>
      {state?.ok === false && <p role="alert">{state.sentence}</p>}
    </form>
  );
}
