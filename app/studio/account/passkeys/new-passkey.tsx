"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ActionState } from "@/lib/web/action";
import { AccountForm } from "../account-form";
import { addPasskey, offerPasskey } from "./actions";
import { makePasskey } from "./make-passkey";

/** `name` is what to call one that this browser makes, until its owner knows better. */
export function NewPasskey({ name }: { name: string }) {
  const [state, setState] = useState<ActionState>(null);
  const [busy, setBusy] = useState(false);
  // Not as a transition: it lasts as long as its owner takes, and others would have to wait for it.
  const submit = (form: FormData): void => {
    setBusy(true);
    void add(form)
      .then(setState)
      .finally(() => setBusy(false));
  };
  const made = state?.ok && `“${state.values?.name}” is added.`;
  return (
    <AccountForm state={state} action={submit} busy={busy} act="Add a passkey" done={made}>
      {(errors, values) => (
        <Field name="name" label="Its name" hint="You see it in the list." error={errors.name}>
          <Input key={values.name} autoComplete="off" maxLength={100} defaultValue={values.name ?? name} />
        </Field>
      )}
    </AccountForm>
  );
}

/** Three turns: the house asks, the device answers, the house keeps it. */
async function add(form: FormData): Promise<ActionState> {
  const offered = await offerPasskey(null, new FormData());
  if (!offered?.ok) return offered;
  const answer = await makePasskey(offered.values?.options);
  if (!answer) return { ok: false, errors: {}, sentence: notMade, values: { name: String(form.get("name")) } };
  form.set("answer", answer);
  return addPasskey(null, form);
}

const notMade = "No passkey was made: the browser was stopped, or this device has one for you already.";
