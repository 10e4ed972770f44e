"use client";

import { NewPasswordField } from "@/components/new-password-field";
import { useAnswer } from "../../use-answer";
import { DoorForm } from "../door-form";
import { EmailField } from "../email-field";
import { signUp } from "./actions";

export function SignUpForm() {
  const [state, send] = useAnswer(signUp);
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
