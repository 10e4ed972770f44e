"use client";

import { PasswordField } from "@/components/password-field";
import { Button } from "@/components/ui/button";
import { useAnswer } from "../../use-answer";
import { DoorForm } from "../door-form";
import { signOut } from "../sign-out/actions";
import { closeSuspendedAccount } from "./actions";

const leave = async () => void (await signOut(null, new FormData()));

/** Signing out, and closing the account for good. `shared` are the workspaces that others would be left in. */
export function CloseSuspended({ shared }: { shared: string[] }) {
  const [state, send] = useAnswer(closeSuspendedAccount);
  return (
    <>
      <form action={leave} className="mt-8">
        <Button type="submit" variant="secondary">
          Sign out
        </Button>
      </form>
      <details className="mt-10 text-small text-quiet" open={state?.ok === false}>
        <summary className="min-h-11 py-2 text-ink">Close the account</summary>
        <div className="mt-4 grid gap-8">
          <p>{shared.length > 0 ? lead(shared) : whatHappens}</p>
          {shared.length === 0 && (
            <DoorForm state={state} action={send} act="Close the account">
              {(errors) => (
                <PasswordField
                  name="current"
                  label="Your password"
                  autoComplete="current-password"
                  error={errors.current}
                />
              )}
            </DoorForm>
          )}
        </div>
      </details>
    </>
  );
}

const whatHappens =
  "What only you own is erased after 30 days: shows, episodes and audio. Until then whoever runs this house can open the account again.";

const lead = (names: string[]) =>
  `Others work in ${new Intl.ListFormat("en").format(names)}. Ask for another owner there before you close the account.`;
