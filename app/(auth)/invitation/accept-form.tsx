"use client";

import { useAnswer } from "../../use-answer";
import { DoorForm } from "../door-form";
import { accept } from "./actions";

export function AcceptForm({ token }: { token: string }) {
  const [state, send] = useAnswer(accept);
  return (
    <DoorForm state={state} action={send} act="Accept">
      {() => <input type="hidden" name="token" value={token} />}
    </DoorForm>
  );
}
