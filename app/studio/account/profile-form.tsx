"use client";

import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useAnswer } from "../../use-answer";
import { AccountForm } from "./account-form";
import { saveProfile } from "./actions";

type Props = { name: string; timeZone: string | null; children: ReactNode };

/** `children` are the zones to choose from. */
export function ProfileForm({ name, timeZone, children }: Props) {
  const [state, save] = useAnswer(saveProfile);
  return (
    <AccountForm state={state} action={save} act="Save" done="Saved.">
      {(errors, values) => (
        <>
          <Field name="name" label="Name" error={errors.name}>
            <Input key={name} autoComplete="name" maxLength={255} defaultValue={values.name ?? name} />
          </Field>
          <Field
            name="timeZone"
            label="Time zone"
            hint="Schedules are spoken in it, wherever you are."
            error={errors.timeZone}
            optional
          >
            <Select key={timeZone} defaultValue={values.timeZone ?? timeZone ?? ""}>
              {children}
            </Select>
          </Field>
        </>
      )}
    </AccountForm>
  );
}
