"use client";

import { useState } from "react";
import { PasswordField } from "./password-field";
import { type Strength, strengthOf } from "./password-strength";

const steps = [1, 2, 3, 4];

type Props = { label?: string; error: string | undefined; email?: string };

/** A password that is being chosen, with how strong it is. */
export function NewPasswordField({ label, error, email }: Props) {
  const [password, setPassword] = useState("");
  const strength = password ? strengthOf(password, email) : null;
  return (
    <div>
      <PasswordField
        label={label}
        autoComplete="new-password"
        error={error}
        onType={setPassword}
        hint="At least 10 characters. Four words that do not belong together are easy to keep and hard to guess."
      />
      <StrengthBar strength={strength} />
    </div>
  );
}

/** Its room is kept while nothing is typed, so that nothing jumps. */
function StrengthBar({ strength }: { strength: Strength | null }) {
  return (
    <div className="mt-3 flex min-h-6 items-center gap-4 text-small noscript:hidden">
      {strength && (
        <span aria-hidden="true" className="grid w-28 shrink-0 grid-cols-4 gap-1">
          {steps.map((step) => (
            <span key={step} className={`h-1 rounded-full ${step <= strength.level ? "bg-ink" : "bg-hairline"}`} />
          ))}
        </span>
      )}
      <span role="status">{strength?.words}</span>
    </div>
  );
}
