"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAnswer } from "../../../use-answer";
import { confirmSecondStep, offerSecondStep } from "./actions";
import { ConfirmForm } from "./confirm-form";
import { FactorOn } from "./factor-on";
import { RecoveryCodes } from "./recovery-codes";

type Factor = { since: Date; codesLeft: number };

/** Off, being set up, or on. New recovery codes stand above until the page is left. */
export function SecondStep({ factor }: { factor: Factor | null }) {
  const [offered, offer] = useAnswer(offerSecondStep);
  const [confirmed, confirm] = useAnswer(confirmSecondStep);
  const [renewed, setRenewed] = useState<string[] | null>(null);
  const codes = renewed ?? (confirmed?.ok ? (confirmed.values?.codes as string[]) : null);
  if (factor)
    return (
      <>
        {codes && <RecoveryCodes key={codes[0]} codes={codes} />}
        <FactorOn since={factor.since} codesLeft={factor.codesLeft} onNewCodes={setRenewed} />
      </>
    );
  if (offered?.ok && !confirmed?.ok)
    return <ConfirmForm state={confirmed} confirm={confirm} offer={offered.values ?? {}} />;
  return (
    <form action={offer}>
      <Badge>Off</Badge>
      <p className="mt-3">
        You need an app for it: the password manager that you have, or Aegis, 2FAS, Google Authenticator and the like.
      </p>
      <SubmitButton className="mt-7">Set it up</SubmitButton>
    </form>
  );
}
