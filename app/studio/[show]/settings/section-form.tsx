"use client";

import type { ReactNode } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { ConflictNotice } from "./conflict";
import type { useSection } from "./use-section";

type Props = {
  slug: string;
  section: ReturnType<typeof useSection>;
  mayEdit: boolean;
  /** what the button says: "Save general settings" */
  label: string;
  children: ReactNode;
};

/** The form of a section with what it says back: saved, refused, or saved by somebody else meanwhile. */
export function SectionForm({ slug, section, mayEdit, label, children }: Props) {
  const { submit, was, refusal, conflict, resolve, isChanged, isSaved, values } = section;
  return (
    <form noValidate action={submit} onReset={(event) => event.preventDefault()}>
      <fieldset disabled={!mayEdit} className="grid min-w-0 gap-8">
        {refusal && <ErrorSummary problem={refusal} />}
        {conflict && <ConflictNotice conflict={conflict} mine={values} onResolve={resolve} />}
        <input type="hidden" name="show" value={slug} />
        <input type="hidden" name="was" value={JSON.stringify(was)} />
        {children}
        {mayEdit && (
          <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
            <SubmitButton size="small" variant={isChanged ? "primary" : "secondary"} disabled={conflict !== null}>
              Save<span className="sr-only"> {label}</span>
            </SubmitButton>
            <p role="status" className="text-small text-quiet">
              {statusOf(isChanged, isSaved)}
            </p>
          </div>
        )}
      </fieldset>
    </form>
  );
}

function statusOf(isChanged: boolean, isSaved: boolean): string {
  if (isChanged) return "Not saved yet";
  return isSaved ? "Saved" : "";
}
