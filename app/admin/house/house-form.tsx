"use client";

import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAnswer } from "../../use-answer";
import { saveHouse } from "./actions";
import { Done } from "./done";

type Props = { house: { name: string | null; contact: string | null; terms: string | null }; seen: string };

/** What the house is called, whom people write to, and what they agree to. */
export function HouseForm({ house, seen }: Props) {
  const [state, submit] = useAnswer(saveHouse);
  const refused = state?.ok === false ? state : null;
  const typed = refused?.values ?? {};
  return (
    <form noValidate action={submit} onReset={(event) => event.preventDefault()} className="grid max-w-text gap-6 pt-5">
      {refused && <ErrorSummary problem={refused} />}
      <input type="hidden" name="seen" value={seen} />
      <Field
        name="name"
        label="Name"
        optional
        hint="Stands where “Longwave” stands in the studio, at the door and in mails."
        error={refused?.errors.name}
      >
        <Input defaultValue={typed.name ?? house.name ?? ""} placeholder="Longwave" maxLength={60} autoComplete="off" />
      </Field>
      <Field
        name="contact"
        label="Contact"
        optional
        hint="The address of mail that people are told to write to, whoever is suspended among them."
        error={refused?.errors.contact}
      >
        <Input type="email" defaultValue={typed.contact ?? house.contact ?? ""} autoComplete="off" />
      </Field>
      <Field
        name="terms"
        label="Terms"
        optional
        hint="The address of the page with your terms; shown where people sign up."
        error={refused?.errors.terms}
      >
        <Input
          type="url"
          defaultValue={typed.terms ?? house.terms ?? ""}
          placeholder="https://example.org/terms"
          autoComplete="off"
        />
      </Field>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <SubmitButton size="small">Save</SubmitButton>
        <Done state={state} words="Saved. It stands everywhere within two seconds." />
      </div>
    </form>
  );
}
