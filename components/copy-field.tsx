"use client";

import { useState } from "react";
import { useScripted } from "./ui/use-scripted";

/** An address to take along: a read-only field everywhere, with a button to copy it where there is a script. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="field mt-2 flex items-baseline gap-4">
      <input
        className="min-w-0 flex-1 bg-transparent py-2.5 text-small text-ellipsis"
        aria-label={label}
        dir="ltr"
        readOnly
        value={value}
        onFocus={(event) => event.target.select()}
      />
      {useScripted() && (
        <button
          type="button"
          onClick={copy}
          className="py-2.5 text-small font-medium text-accent"
          aria-label={`Copy ${label.toLowerCase()}`}
        >
          {copied ? "Copied" : "Copy"}
        </button>
      )}
      <span role="status" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </div>
  );
}
