"use client";

import { NewPasswordField } from "@/components/new-password-field";
import { useAnswer } from "../../use-answer";
import { DoorForm } from "../door-form";
import { EmailField } from "../email-field";
import { join } from "./actions";

/** `email` is the address that the invitation was mailed to: no other will do. */
export function JoinForm({ token, email }: { token: string; email: string | null }) {
  const [state, send] = useAnswer(join);
  return (
    <DoorForm state={state} action={send} act="Make an account">
      {(errors, values) => (
        <>
          {email ? <OwnAddress email={email} /> : <EmailField error={errors.email} value={values.email} />}
          <NewPasswordField error={errors.password} />
          <input type="hidden" name="token" value={token} />
        </>
      )}
    </DoorForm>
  );
}

const OwnAddress = ({ email }: { email: string }) => (
  <p>
    <span className="block text-small font-medium">Email</span>
    <span className="mt-2 block">{email}</span>
    <input type="hidden" name="email" value={email} autoComplete="username" />
  </p>
);
