"use client";

import { useActionState } from "react";
import { NewPasswordField } from "@/components/new-password-field";
import { DoorForm } from "../door-form";
import { chooseNewPassword } from "./actions";

export function ResetForm({ token }: { token: string }) {
  const [state, send] = useActionState(chooseNewPassword, null);
  return (
    <DoorForm state={state} action={send} act="Set the password">
      {(errors) => (
        <>
          <NewPasswordField error={errors.password} />
          <input type="hidden" name="token" value={token} />
        </>
      )}
    </DoorForm>
  );
}
