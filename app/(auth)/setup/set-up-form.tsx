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
            <Select defaultValue={values.signUp ?? "invitation"} key={values.signUp}>
              <option value="invitation">Whoever is invited, by me or by a workspace</option>
              <option value="open">Everybody who finds this house</option>
              <option value="closed">Nobody but those whom I invite</option>
            </Select>
          </Field>
          <input type="hidden" name="token" value={token} />
        </>
      )}
    </DoorForm>
  );
}
