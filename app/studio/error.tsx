"use client";

import { Button } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";

type Props = { error: Error & { digest?: string }; retry(): void };

/** A page of the studio that could not be made; the rest of the studio stays where it is. */
export default function StudioFailure({ error, retry }: Props) {
  return (
    <>
      <title>This page could not be made</title>
      <PageHeading title="This page could not be made.">
        <p>
          Something went wrong on our side. Nothing of yours was lost. If it stays like this, tell whoever runs this
          house.
        </p>
        {error.digest && <p className="mt-3 text-small">Reference {error.digest}</p>}
      </PageHeading>
      <Button onClick={retry} className="mt-8">
        Try again
      </Button>
    </>
  );
}
