"use client";

import type { ComponentProps } from "react";
import { classes } from "./classes";
import { controlLook } from "./control-look";
import { useFieldAttributes } from "./field-context";

/** One line of text. In a Field it needs no name; alone it needs an aria-label. */
export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input {...useFieldAttributes()} {...rest} className={classes(controlLook, "text-ellipsis", className)} />;
}
