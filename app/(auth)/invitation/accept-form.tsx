"use client";

import { useActionState } from "react";
import { DoorForm } from "../door-form";
import { accept } from "./actions";

export function AcceptForm({ token }: { token: string }) {
  const [state, send] = useActionState(accept, null);
  return (
    <DoorForm state={state} action={send} act="Accept">
      {() => <input type="hidden" name="token" value={token} />}
    </DoorForm>
  );
}
