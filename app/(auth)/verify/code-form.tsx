"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useAnswer } from "../../use-answer";
import { DoorForm } from "../door-form";
import { EmailField } from "../email-field";
import { confirmCode } from "./actions";

/** Asks for the address too where the page does not know it. */
export function CodeForm({ email }: { email: string }) {
  const [state, send] = useAnswer(confirmCode);
  return (
    <DoorForm state={state} action={send} act="Verify and sign in">
      {(errors, values) => (
        <>
          {email ? (
            <input type="hidden" name="email" value={email} />
          ) : (
            <EmailField error={errors.email} value={values.email} />
          )}
          <Field name="code" label="Code" error={errors.code}>
            <Input
              autoComplete="one-time-code"
              inputMode="numeric"
              maxLength={12}
              className="text-item tracking-[0.3em] tabular-nums"
            />
          </Field>
        </>
      )}
    </DoorForm>
  );
}
