"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useScripted } from "@/components/ui/use-scripted";

type Props = {
  name?: string;
  label?: string;
  error: string | undefined;
  hint?: ReactNode;
  aside?: ReactNode;
  autoComplete: "current-password" | "new-password";
  onType?(password: string): void;
};

/** A password, which can be shown to whoever types it. */
export function PasswordField({
  name = "password",
  label = "Password",
  error,
  hint,
  aside,
  autoComplete,
  onType,
}: Props) {
  const [shown, setShown] = useState(false);
  return (
    <Field name={name} label={label} error={error} hint={hint} aside={aside}>
      <div className="relative">
        <Input
          type={shown ? "text" : "password"}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          className="pe-12"
          onChange={(event) => onType?.(event.target.value)}
        />
        {useScripted() && (
          <Button
            variant="quiet"
            size="icon"
            className="absolute inset-e-0 top-1/2 -translate-y-1/2 text-quiet hover:text-ink"
            aria-pressed={shown}
            aria-label="Show what is typed"
            onClick={() => setShown(!shown)}
          >
            {shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
          </Button>
        )}
      </div>
    </Field>
  );
}
