"use client";

import { PlainPage } from "@/components/plain-page";

type Props = { error: Error & { digest?: string }; retry(): void };

export default function Failure({ error, retry }: Props) {
  return (
    <PlainPage title="We lost the signal.">
      <title>We lost the signal</title>
      <p>
        Something went wrong on our side while this page was made. Nothing was lost. Try again in a moment; if it stays
        like this, tell whoever runs this house.
      </p>
      {error.digest && <p className="mt-4 text-small">Reference {error.digest}</p>}
      <button type="button" onClick={retry} className="mt-8 border-b border-signal py-1 text-body font-medium text-ink">
        Try again
      </button>
    </PlainPage>
  );
}
