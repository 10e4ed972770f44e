"use client";

import { NewPasswordField } from "@/components/new-password-field";
import { PasswordField } from "@/components/password-field";
import { useAnswer } from "../../../use-answer";
import { AccountForm } from "../account-form";
import { changePassword } from "./actions";

const done = "Changed. Other browsers are signed out.";

/** `email` is what a good password does not hold. */
export function PasswordForm({ email }: { email: string }) {
  const [state, send] = useAnswer(changePassword);
  return (
    <AccountForm state={state} action={send} act="Change the password" done={done}>
      {(errors) => (
        <>
          <PasswordField
            name="current"
            label="Present password"
            autoComplete="current-password"
            error={errors.current}
          />
          <NewPasswordField key={String(state?.ok)} label="New password" email={email} error={errors.password} />
        </>
      )}
    </AccountForm>
  );
}
