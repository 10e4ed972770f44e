"use client";

import { useAnswer } from "../../use-answer";
import { DoorForm } from "../door-form";
import { confirmLink } from "./actions";

export function LinkForm({ token }: { token: string }) {
  const [state, send] = useAnswer(confirmLink);
  return (
    <DoorForm state={state} action={send} act="Verify and sign in">
      {() => <input type="hidden" name="token" value={token} />}
    </DoorForm>
  );
}
