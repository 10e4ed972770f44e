"use client";

import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { ActDialog } from "../../act-dialog";
import { suspendAccount } from "../actions";

/** Asks for the reason, which the owner reads. */
export function Suspend({ account, name }: { account: string; name: string }) {
  return (
    <ActDialog
      act={suspendAccount}
      fields={{ account }}
      label="Suspend"
      variant="danger"
      title={`Suspend ${name}?`}
      description="They are signed out, their tokens end, and what only they answer for is off the air at once. Nothing is deleted. The reason is mailed to them, and they read it when they sign in."
      confirm="Suspend account"
    >
      {(errors, typed) => (
        <Field name="reason" label="Reason" error={errors.reason}>
          <Textarea defaultValue={typed.reason} maxLength={1000} />
        </Field>
      )}
    </ActDialog>
  );
}
