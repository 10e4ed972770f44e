"use client";

import type { ComponentProps } from "react";
import { classes } from "./classes";
import { controlLook } from "./control-look";
import { useFieldAttributes } from "./field-context";

/** Several lines of text; grows with what is written, where the browser can. */
export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={3}
      {...useFieldAttributes()}
      {...rest}
      className={classes(controlLook, "field-sizing-content max-h-[60dvh] min-h-24 resize-y", className)}
    />
  );
}
