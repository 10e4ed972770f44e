"use client";

import { Button } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";

type Props = { error: Error & { digest?: string }; retry(): void };

/** A page of the desk that could not be made; the rooms stay where they are. */
export default function DeskFailure({ error, retry }: Props) {
  return (
    <>
      <title>This page could not be made</title>
      <PageHeading title="This page could not be made.">
        <p>Something went wrong in the house itself. Nothing was changed. The other rooms of the desk work on.</p>
        {error.digest && (
          <p className="mt-3 text-small">Reference {error.digest}: it stands beside the error in the server’s log.</p>
        )}
      </PageHeading>
      <Button onClick={retry} className="mt-8">
        Try again
      </Button>
    </>
  );
}
