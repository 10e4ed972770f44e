"use client";

import { useRef, useState } from "react";
import { copyText } from "./ui/copy-text";
import { useScripted } from "./ui/use-scripted";

const REFUSED = "Not copied: the browser does not allow it. It is marked above: copy it by hand.";

/** An address to take along: a read-only field everywhere, with a button to copy it where there is a script. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => {
    const done = await copyText(value);
    setCopied(done);
    if (!done) field.current?.focus();
  };
  return (
    <>
      <div className="field mt-2 flex items-baseline gap-4">
        <input
          ref={field}
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
      </div>
      <p role="status" className={copied === false ? "mt-2 text-small" : "sr-only"}>
        {copied && "Copied"}
        {copied === false && REFUSED}
      </p>
    </>
  );
}
