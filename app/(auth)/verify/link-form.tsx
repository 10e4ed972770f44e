"use client";

import { useActionState } from "react";
import { DoorForm } from "../door-form";
import { confirmLink } from "./actions";

export function LinkForm({ token }: { token: string }) {
  const [state, send] = useActionState(confirmLink, null);
  return (
    <DoorForm state={state} action={send} act="Verify and sign in">
      {() => <input type="hidden" name="token" value={token} />}
    </DoorForm>
  );
}
