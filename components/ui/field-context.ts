"use client";

import { createContext, useContext } from "react";

type FieldFacts = { id: string; name: string; required: boolean; describedBy: string | undefined; invalid: boolean };

export const FieldContext = createContext<FieldFacts | null>(null);

/** What the field around a control says about it, as attributes; nothing outside of a field. */
export function useFieldAttributes() {
  const field = useContext(FieldContext);
  if (!field) return {};
  const { id, name, required, describedBy, invalid } = field;
  return { id, name, required, "aria-describedby": describedBy, "aria-invalid": invalid || undefined };
}
