"use client";

import Link from "next/link";
import { PasswordField } from "@/components/password-field";
import { useAnswer } from "../../use-answer";
import { DoorForm } from "../door-form";
import { EmailField } from "../email-field";
import { signIn } from "./actions";

/** `next` is where it leads; the server keeps it inside this house. */
export function SignInForm({ next }: { next: string | null }) {
  const [state, send] = useAnswer(signIn);
  return (
    <DoorForm state={state} action={send} act="Sign in">
      {(errors, values) => (
        <>
          <EmailField error={errors.email} value={values.email} />
          <PasswordField autoComplete="current-password" error={errors.password} aside={<Forgotten />} />
          {next && <input type="hidden" name="next" value={next} />}
        </>
      )}
    </DoorForm>
  );
}

const Forgotten = () => (
  <Link href="/forgot" prefetch={false} className="link text-quiet">
    Forgotten?
  </Link>
);
