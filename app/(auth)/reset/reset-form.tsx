"use client";

import { NewPasswordField } from "@/components/new-password-field";
import { useAnswer } from "../../use-answer";
import { DoorForm } from "../door-form";
import { chooseNewPassword } from "./actions";

export function ResetForm({ token }: { token: string }) {
  const [state, send] = useAnswer(chooseNewPassword);
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
