"use client";

import { KeyRound } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useScripted } from "@/components/ui/use-scripted";
import { askForPasskey, signInWithPasskey } from "./actions";
import { answerWithPasskey } from "./answer";

/** Signs in with what the device holds; nothing is typed. Only where there is a script, which comes with the press. */
export function PasskeyButton({ next }: { next: string | null }) {
  const [sentence, setSentence] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // Not as a transition: it lasts as long as its owner takes, and others would have to wait for it.
  const press = async () => {
    setBusy(true);
    setSentence(null);
    setSentence(await signIn(next).finally(() => setBusy(false)));
  };
  if (!useScripted()) return null;
  return (
    <div className="mt-8 grid gap-4">
      <p aria-hidden="true" className="flex items-center gap-4 text-small text-quiet">
        <span className="h-px grow bg-hairline" />
        or
        <span className="h-px grow bg-hairline" />
      </p>
      <Button variant="secondary" className="w-full" busy={busy} onClick={press}>
        <KeyRound aria-hidden="true" />
        Continue with a passkey
      </Button>
      <p role="status" className="text-small text-signal empty:sr-only">
        {sentence}
      </p>
    </div>
  );
}

/** What went wrong in a sentence; nothing when the browser is led on. */
async function signIn(next: string | null): Promise<string | null> {
  const asked = await askForPasskey(null, new FormData());
  if (!asked?.ok) return asked?.sentence ?? null;
  const answer = await answerWithPasskey(asked.values?.options);
  if (!answer) return "No passkey was chosen. Try again, or sign in with your password.";
  const form = new FormData();
  form.set("answer", answer);
  if (next) form.set("next", next);
  const outcome = await signInWithPasskey(null, form);
  return outcome?.ok === false ? outcome.sentence : null;
}
