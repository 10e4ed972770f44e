"use client";

import { NewPasswordField } from "@/components/new-password-field";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { SignUpMode } from "@/lib/accounts/sign-up-mode";
import { useAnswer } from "../../use-answer";
import { DoorForm } from "../door-form";
import { EmailField } from "../email-field";
import { setUp } from "./actions";

/** `signUp` is what holds where nothing is chosen. */
type Props = { token: string; mailLeaves: boolean; signUp: SignUpMode };

export function SetUpForm({ token, mailLeaves, signUp }: Props) {
  const [state, send] = useAnswer(setUp);
  return (
    <DoorForm state={state} action={send} act="Open the house">
      {(errors, values) => (
        <>
          <EmailField error={errors.email} value={values.email} />
          <NewPasswordField error={errors.password} />
          <Field
            name="houseName"
            label="Name of the house"
            hint="Stands above the studio and in mails. Empty: Longwave."
            error={errors.houseName}
          >
            <Input defaultValue={values.houseName} maxLength={60} autoComplete="off" />
          </Field>
          <Field
            name="signUp"
            label="Who may make an account?"
            hint="Workspaces invite their own people; “only whom I invite” keeps that to you."
            error={errors.signUp}
          >
            <Select defaultValue={values.signUp ?? signUp} key={values.signUp}>
              <option value="invitation">Whoever is invited</option>
              <option value="open">Everybody</option>
              <option value="closed">Only whom I invite</option>
            </Select>
          </Field>
          {mailLeaves && <Checkbox name="tryMail" label="Show me next whether mail arrives" defaultChecked />}
          <input type="hidden" name="token" value={token} />
        </>
      )}
    </DoorForm>
  );
}
