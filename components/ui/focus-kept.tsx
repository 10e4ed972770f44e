"use client";

import { type ReactNode, useRef } from "react";
import { useKeptFocus } from "./use-kept-focus";

/** A list of things that can be ended one by one: it takes the focus of the one that goes. */
export function FocusKept({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  const place = useRef<HTMLElement>(null);
  const keepsFocus = useKeptFocus(place);
  return (
    <section ref={place} tabIndex={-1} aria-label={label} className={className} {...keepsFocus}>
      {children}
    </section>
  );
}
