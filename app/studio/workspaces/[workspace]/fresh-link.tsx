"use client";

import { CopyButton } from "@/components/ui/copy-button";
import type { ActionState } from "@/lib/web/action";

/** What came of an invitation: its link, shown this once, or where it was mailed to. */
export function FreshLink({ state }: { state: ActionState }) {
  if (!state?.ok) return null;
  const { link, email } = state.values ?? {};
  return (
    <div role="status" className="mt-6 border-s-2 border-signal ps-5">
      {typeof link === "string" ? (
        <>
          <p className="font-medium">Copy the link now and pass it on: it is not shown again.</p>
          <p className="mt-2">
            <code className="text-small break-all">{link}</code>
          </p>
          <div className="mt-3">
            <CopyButton key={link} value={link} label="Copy link" />
          </div>
        </>
      ) : (
        <p className="font-medium">A mail is on its way to {String(email)}.</p>
      )}
    </div>
  );
}
