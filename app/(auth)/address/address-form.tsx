"use client";

import Link from "next/link";
import { useAnswer } from "../../use-answer";
import { DoorForm } from "../door-form";
import { Sent } from "../sent";
import { takeAddress } from "./actions";

export function AddressForm({ token }: { token: string }) {
  const [state, send] = useAnswer(takeAddress);
  if (state?.ok) return <Done email={String(state.values?.email)} />;
  return (
    <DoorForm state={state} action={send} act="Take this address">
      {() => <input type="hidden" name="token" value={token} />}
    </DoorForm>
  );
}

const Done = ({ email }: { email: string }) => (
  <Sent>
    <p className="font-medium">Your account has moved to {email}.</p>
    <p className="mt-2">
      <Link href="/studio/account" prefetch={false} className="link">
        Go to your account
      </Link>
    </p>
  </Sent>
);
