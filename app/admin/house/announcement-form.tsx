"use client";

import { useEffect, useState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { useAnswer } from "../../use-answer";
import { announce } from "./actions";
import { Done } from "./done";

/** A sentence or two before everybody who is signed in, until an instant or until it is taken back. */
export function AnnouncementForm({ seen, isThere }: { seen: string; isThere: boolean }) {
  const [state, submit] = useAnswer(announce);
  const [text, setText] = useState("");
  const [local, setLocal] = useState("");
  useEffect(() => {
    if (!state?.ok) return;
    setText("");
    setLocal("");
  }, [state]);
  const refused = state?.ok === false ? state : null;
  return (
    <form noValidate action={submit} onReset={(event) => event.preventDefault()} className="grid max-w-text gap-6 pt-5">
      {refused && <ErrorSummary problem={refused} />}
      <input type="hidden" name="seen" value={seen} />
      <Field
        name="text"
        label={isThere ? "Another instead" : "Announcement"}
        hint="Plain text. Each reader can put it away; a new one is shown to all again."
        error={refused?.errors.text}
      >
        <Textarea value={text} onChange={({ target }) => setText(target.value)} maxLength={500} rows={2} />
      </Field>
      <Field
        name="until"
        label="Until"
        optional
        hint="In your own time zone. Empty: until you take it back."
        error={refused?.errors.until}
      >
        <Input
          type="datetime-local"
          name=""
          value={local}
          onChange={({ target }) => setLocal(target.value)}
          className="md:w-72"
        />
      </Field>
      <input type="hidden" name="until" value={instantOf(local)} />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <SubmitButton size="small">Announce</SubmitButton>
        <Done state={state} words="It stands in every studio." />
      </div>
    </form>
  );
}

/** The browser's time of day as an instant. */
function instantOf(local: string): string {
  const instant = new Date(local);
  return Number.isNaN(instant.getTime()) ? "" : instant.toISOString();
}
