"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAnswer } from "../../../use-answer";
import { makeResetLink } from "../actions";

/** Makes a link for a new password and shows it, this once. */
export function ResetLink({ account }: { account: string }) {
  const [state, submit] = useAnswer(makeResetLink);
  const link = state?.ok ? String(state.values?.link) : null;
  return (
    <form action={submit} className="min-w-0">
      <input type="hidden" name="account" value={account} />
      <SubmitButton variant="secondary" size="small">
        {link ? "Make another link" : "Make a link"}
      </SubmitButton>
      <div role="status">
        {state?.ok === false && <p className="mt-2 text-small text-quiet">{state.sentence}</p>}
        {link && (
          <div className="mt-4 border-s-2 border-signal ps-4">
            <p className="text-small font-medium">Copy it now: it is not shown again.</p>
            <p className="my-2">
              <code className="text-small break-all">{link}</code>
            </p>
            <CopyButton key={link} value={link} label="Copy link" />
          </div>
        )}
      </div>
    </form>
  );
}
