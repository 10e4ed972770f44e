"use client";

import { Download } from "lucide-react";
import { useEffect, useRef } from "react";
import { buttonLook } from "@/components/ui/button-look";
import { CopyButton } from "@/components/ui/copy-button";

/** Shown once. Takes the focus, so that nobody misses it. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => words.current?.focus(), []);
  const text = `${codes.join("\n")}\n`;
  return (
    <div
      ref={words}
      role="status"
      tabIndex={-1}
      className="mb-10 border-s-2 border-signal ps-5 focus-visible:outline-none"
    >
      <p className="font-medium">Keep these recovery codes: they are not shown again.</p>
      <p className="mt-1 text-small text-quiet">Each opens your account once, when the phone is lost or empty.</p>
      <ul className="mt-5 grid max-w-md grid-cols-2 gap-x-8 gap-y-1.5 font-mono text-small">
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap">
            {code}
          </li>
        ))}
      </ul>
      <div className="mt-5 flex flex-wrap gap-3">
        <CopyButton value={text} label="Copy the codes" />
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="longwave-recovery-codes.txt"
          className={buttonLook({ variant: "secondary", size: "small" })}
        >
          <Download aria-hidden="true" />
          Download
        </a>
      </div>
    </div>
  );
}
