"use client";

import { PasswordField } from "@/components/password-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useAnswer } from "../../use-answer";
import { AccountForm } from "./account-form";
import { changeAddress } from "./actions";

/** `email` is the present one. */
export function AddressForm({ email }: { email: string }) {
  const [state, send] = useAnswer(changeAddress);
  const done = state?.ok && outcome(state.values ?? {});
  return (
    <>
      <p className="mb-7 border-b pb-4">{email}</p>
      <AccountForm state={state} action={send} act="Change the address" done={done}>
        {(errors, values) => (
          <>
            <Field name="email" label="New address" error={errors.email}>
              <Input
                type="email"
                autoComplete="email"
                autoCapitalize="none"
                inputMode="email"
                spellCheck={false}
                defaultValue={values.email}
              />
            </Field>
            <PasswordField
              name="current"
              label="Present password"
              autoComplete="current-password"
              error={errors.current}
            />
          </>
        )}
      </AccountForm>
    </>
  );
}

const outcome = ({ done, email }: Record<string, unknown>): string =>
  done
    ? `Changed: you sign in as ${email} from now on.`
    : `A link is on its way to ${email}. Follow it within the hour; until then nothing changes. The present address is told too.`;
