"use client";

import Link from "next/link";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useAnswer } from "../../../use-answer";
import { DoorForm } from "../../door-form";
import { confirmSecondStep } from "./actions";

/** One field takes both kinds of code: their shapes tell them apart. */
export function SecondStepForm({ next }: { next: string | null }) {
  const [state, send] = useAnswer(confirmSecondStep);
  return (
    <>
      <DoorForm state={state} action={send} act="Sign in">
        {(errors) => (
          <>
            <Field name="code" label="Code" error={errors.code} hint="Phone not at hand? A recovery code does it too.">
              <Input
                autoComplete="one-time-code"
                autoCapitalize="none"
                autoFocus
                spellCheck={false}
                maxLength={40}
                className="text-item tracking-[0.2em] tabular-nums"
              />
            </Field>
            {next && <input type="hidden" name="next" value={next} />}
          </>
        )}
      </DoorForm>
      <p className="mt-8 text-small text-quiet">
        <Link href="/sign-in" prefetch={false} className="link text-ink">
          Sign in as somebody else
        </Link>
      </p>
    </>
  );
}
