"use client";

import { useActionState } from "react";
import { PasswordField } from "@/components/password-field";
import { AccountForm } from "../account-form";
import { closeAccount } from "./actions";

/** What happens, one by one, and then the password. */
export function CloseForm({ consequences }: { consequences: string[] }) {
  const [state, send] = useActionState(closeAccount, null);
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
