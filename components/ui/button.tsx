"use client";

import type { VariantProps } from "class-variance-authority";
import type { ComponentProps, MouseEvent } from "react";
import { buttonLook } from "./button-look";
import { classes } from "./classes";

type Props = ComponentProps<"button"> & VariantProps<typeof buttonLook> & { busy?: boolean };

/**
 * Give `size="icon"` an aria-label. A busy button keeps its words and the focus, and takes no second press.
 * It is a submit button only when told so.
 */
export function Button({ variant, size, busy = false, className, onClick, children, ...rest }: Props) {
  const press = (event: MouseEvent<HTMLButtonElement>) => (busy ? event.preventDefault() : onClick?.(event));
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      className={classes(buttonLook({ variant, size }), className)}
      onClick={press}
    >
      {busy && (
        <span aria-hidden="true" className="glow absolute inset-s-[0.5em] size-[0.4em] rounded-full bg-current" />
      )}
      {children}
    </button>
  );
}
