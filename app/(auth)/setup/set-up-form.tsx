"use client";

import { useActionState } from "react";
import { NewPasswordField } from "@/components/new-password-field";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { DoorForm } from "../door-form";
import { EmailField } from "../email-field";
import { setUp } from "./actions";

export function SetUpForm({ token }: { token: string }) {
  const [state, send] = useActionState(setUp, null);
  return (
    <DoorForm state={state} action={send} act="Open the house">
      {(errors, values) => (
        <>
          <EmailField error={errors.email} value={values.email} />
          <NewPasswordField error={errors.password} />
          <Field name="signUp" label="Who may make an account?" error={errors.signUp}>
            <Select defaultValue={values.signUp ?? "closed"} key={values.signUp}>
              <option value="closed">Nobody: I make accounts for others</option>
              <option value="open">Everybody who finds this house</option>
            </Select>
          </Field>
          <input type="hidden" name="token" value={token} />
        </>
      )}
    </DoorForm>
  );
}
