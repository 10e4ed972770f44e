"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classes } from "./classes";
import { controlLook } from "./control-look";
import { useFieldAttributes } from "./field-context";

/** The platform's own list, which phones, keyboards and pages without script know best; its options are children. */
export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <div className="relative">
      <select
        {...useFieldAttributes()}
        {...rest}
        className={classes(controlLook, "peer appearance-none truncate pe-8 [&>option]:bg-sheet", className)}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute inset-e-0.5 top-1/2 size-5 -translate-y-1/2 text-quiet peer-hover:text-ink peer-disabled:text-quiet"
      />
    </div>
  );
}
