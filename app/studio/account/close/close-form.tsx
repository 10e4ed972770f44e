"use client";

import { PasswordField } from "@/components/password-field";
import { useAnswer } from "../../../use-answer";
import { AccountForm } from "../account-form";
import { closeAccount } from "./actions";

/** What happens, one by one, and then the password. */
export function CloseForm({ consequences }: { consequences: string[] }) {
  const [state, send] = useAnswer(closeAccount);
  return (
    <>
      <ul className="mb-9 border-t">
        {consequences.map((words) => (
          <li key={words} className="border-b py-3.5">
            {words}
          </li>
        ))}
      </ul>
      <AccountForm state={state} action={send} act="Close my account" variant="signal">
        {(errors) => (
          <PasswordField name="current" label="Your password" autoComplete="current-password" error={errors.current} />
        )}
      </AccountForm>
    </>
  );
}
