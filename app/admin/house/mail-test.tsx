"use client";

import Link from "next/link";
import { SubmitButton } from "@/components/ui/submit-button";
import type { testMail } from "@/lib/accounts/mail-test-mutations";
import { useAnswer } from "../../use-answer";
import { sendTest } from "./actions";

type Outcome = Awaited<ReturnType<typeof testMail>>;

/** Sends a mail to the admin, and says what the server said. */
export function MailTest({ email }: { email: string }) {
  const [state, submit] = useAnswer(sendTest);
  return (
    <form action={submit} className="grid gap-3">
      <SubmitButton size="small" variant="secondary" className="justify-self-start">
        Send a test to {email}
      </SubmitButton>
      <div role="status" className="max-w-text">
        {state?.ok && <Told outcome={state.values?.outcome as Outcome} />}
        {state?.ok === false && <p className="text-signal">{state.sentence}</p>}
      </div>
    </form>
  );
}

function Told({ outcome }: { outcome: Outcome }) {
  if (outcome.kind === "kept")
    return (
      <p>
        It is in the{" "}
        <Link href="/admin/outbox" prefetch={false} className="link">
          outbox
        </Link>
        : no mail leaves this house while SMTP_URL is not set.
      </p>
    );
  if (outcome.kind === "sent")
    return (
      <>
        <p>{outcome.server} took it. Look whether it arrives.</p>
        <Answer text={outcome.answer} />
      </>
    );
  return (
    <>
      <p className="text-signal">{outcome.server} did not take it.</p>
      <p>{outcome.why}</p>
      {outcome.answer && <Answer text={outcome.answer} />}
    </>
  );
}

const Answer = ({ text }: { text: string }) => (
  <p className="mt-1 text-small text-quiet">
    It said: <q>{text}</q>
  </p>
);
