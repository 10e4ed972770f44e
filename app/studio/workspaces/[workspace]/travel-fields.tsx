import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";

/** How an invitation gets to whom it is for, and the button that says what will be done. */
export function TravelFields({ errors }: { errors: Record<string, string> }) {
  const [by, setBy] = useState("link");
  return (
    <>
      <Field name="by" label="How it travels" error={errors.by}>
        <Select value={by} onChange={(event) => setBy(event.target.value)}>
          <option value="link">A link that I pass on myself</option>
          <option value="mail">A mail from this house</option>
        </Select>
      </Field>
      {by === "mail" && (
        <Field name="email" label="Their email" hint="Only this address can accept it." error={errors.email}>
          <Input type="email" autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Field>
      )}
      <SubmitButton className="justify-self-start">{by === "mail" ? "Send invitation" : "Make the link"}</SubmitButton>
    </>
  );
}
