"use client";

import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes";
import { FieldContext } from "./field-context";

type Props = {
  name: string;
  label: ReactNode;
  /** Where two forms of a page have a field of the same name. */
  id?: string;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  /** Stands at the end of the label's line, a link for example. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A label, the control in it (Input, Textarea, Select), its hint and its error; the control takes name and id from here. */
export function Field({ name, label, id = name, hint, error, optional = false, aside, className, children }: Props) {
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
  return (
    <FieldContext value={{ id, name, required: !optional, describedBy, invalid: Boolean(error) }}>
      <div className={classes("group/field min-w-0", className)}>
        <div className="flex items-baseline justify-between gap-4 text-small">
          <label htmlFor={id} className="font-medium">
            {label}
            {optional && <span className="font-normal text-quiet"> (optional)</span>}
          </label>
          {aside}
        </div>
        {children}
        {error && (
          <p id={`${id}-error`} className="mt-2 flex gap-2 text-small text-signal">
            <CircleAlert aria-hidden="true" className="mt-[0.15em] size-[1.15em] shrink-0" />
            {error}
          </p>
        )}
        {hint && (
          <div id={`${id}-hint`} className="mt-2 text-small text-quiet">
            {hint}
          </div>
        )}
      </div>
    </FieldContext>
  );
}
