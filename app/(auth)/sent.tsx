"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** Stands where the form was, and takes its focus. */
export function Sent({ children }: { children: ReactNode }) {
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <div ref={words} role="status" tabIndex={-1} className="border-s-2 border-ink ps-4 focus-visible:outline-none">
      {children}
    </div>
  );
}
