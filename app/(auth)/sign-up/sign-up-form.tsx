"use client";

import { useActionState } from "react";
import { NewPasswordField } from "@/components/new-password-field";
import { DoorForm } from "../door-form";
import { EmailField } from "../email-field";
import { signUp } from "./actions";

export function SignUpForm() {
  const [state, send] = useActionState(signUp, null);
  return (
    <DoorForm state={state} action={send} act="Make an account">
      {(errors, values) => (
        <>
          <EmailField error={errors.email} value={values.email} />
          <NewPasswordField error={errors.password} />
        </>
      )}
    </DoorForm>
  );
}
