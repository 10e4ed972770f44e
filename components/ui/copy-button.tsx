"use client";

import { Check, Copy } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { Button } from "./button";

type Outcome = "copied" | "refused";
const words = { copied: "Copied", refused: "Not copied: the browser refused" };

type Props = Pick<ComponentProps<typeof Button>, "size" | "variant" | "className"> & { value: string; label: string };

/** Puts the value on the clipboard and says so; `label` says what it copies: "Copy feed address". */
export function CopyButton({ value, label, size = "small", variant = "secondary", className }: Props) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const copy = () =>
    writeToClipboard(value).then(
      () => setOutcome("copied"),
      () => setOutcome("refused"),
    );
  return (
    <>
      <Button size={size} variant={variant} className={className} onClick={copy} onBlur={() => setOutcome(null)}>
        {outcome === "copied" ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        {size === "icon" ? <span className="sr-only">{label}</span> : label}
      </Button>
      <span role="status" className={outcome === "refused" ? "text-small text-signal" : "sr-only"}>
        {outcome && words[outcome]}
      </span>
    </>
  );
}

/** On plain http `navigator.clipboard` is not there. */
const writeToClipboard = async (text: string) => navigator.clipboard.writeText(text);
