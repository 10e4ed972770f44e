"use client";

import { useAnswer } from "../../use-answer";
import { DoorForm } from "../door-form";
import { EmailField } from "../email-field";
import { Sent } from "../sent";
import { mailReset } from "./actions";

export function ForgotForm({ isMailed }: { isMailed: boolean }) {
  const [state, send] = useAnswer(mailReset);
  if (state?.ok)
    return (
      <Sent>
        If {String(state.values?.email)} has an account here, {isMailed ? onItsWay : waiting}
      </Sent>
    );
  return (
    <DoorForm state={state} action={send} act="Send the link">
      {(errors, values) => <EmailField error={errors.email} value={values.email} />}
    </DoorForm>
  );
}

const onItsWay =
  "a mail with a link is on its way to it. If none comes, look among the unwanted ones, then ask whoever runs this house.";
const waiting = "a link for it waits with whoever runs this house. Ask them to hand it on.";
