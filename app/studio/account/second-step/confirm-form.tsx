"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ActionState } from "@/lib/web/action";
import { AccountForm } from "../account-form";

type Props = { state: ActionState; confirm(form: FormData): void; offer: Record<string, unknown> };

/** The secret for the app, as a picture and in letters, and the field that shows it has arrived. */
export function ConfirmForm({ state, confirm, offer }: Props) {
  const secret = String(offer.secret);
  return (
    <>
      <ol className="mb-9 grid gap-7">
        <li>
          <p className="font-medium">1. Let your app read this code.</p>
          <img src={String(offer.image)} alt="QR code with the secret" className="mt-4 size-52 rounded-lg bg-white" />
        </li>
        <li>
          <p className="font-medium">No camera? Type the secret instead.</p>
          <p className="mt-2 tracking-[0.06em] tabular-nums">
            <code>{secret.match(/.{1,4}/g)?.join(" ")}</code>
          </p>
          <div className="mt-3">
            <CopyButton value={secret} label="Copy the secret" />
          </div>
        </li>
      </ol>
      <AccountForm state={state} action={confirm} act="Turn it on">
        {(errors) => (
          <Field name="code" label="2. The six digits that it shows now" error={errors.code}>
            <Input
              autoComplete="one-time-code"
              inputMode="numeric"
              maxLength={12}
              className="max-w-60 text-item tracking-[0.3em] tabular-nums"
            />
            <input type="hidden" name="offer" value={String(offer.offer)} />
          </Field>
        )}
      </AccountForm>
    </>
  );
}
