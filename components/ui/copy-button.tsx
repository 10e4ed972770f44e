"use client";

import { Check, Copy } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { Button } from "./button";
import { copyText } from "./copy-text";

type Outcome = "copied" | "refused";

type Props = Pick<ComponentProps<typeof Button>, "size" | "variant" | "className"> & { value: string; label: string };

/** Puts the value on the clipboard and says so; `label` says what it copies: "Copy feed address". */
export function CopyButton({ value, label, size = "small", variant = "secondary", className }: Props) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const copy = async () => setOutcome((await copyText(value)) ? "copied" : "refused");
  return (
    <>
      <Button size={size} variant={variant} className={className} onClick={copy} onBlur={() => forget(setOutcome)}>
        {outcome === "copied" ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        {size === "icon" ? <span className="sr-only">{label}</span> : label}
      </Button>
      <span role="status" className={outcome === "refused" ? "basis-full text-small" : "sr-only"}>
        {outcome === "copied" && "Copied"}
        {outcome === "refused" && <Refused value={value} />}
      </span>
    </>
  );
}

/** What was copied is said until one goes on; what was not stays there to be marked. */
const forget = (set: (change: (before: Outcome | null) => Outcome | null) => void): void =>
  set((before) => (before === "refused" ? before : null));

const Refused = ({ value }: { value: string }) => (
  <>
    <span className="text-signal">Not copied: the browser does not allow it. Mark it here and copy it by hand:</span>{" "}
    <code className="break-all whitespace-pre-line select-all">{value}</code>
  </>
);
