"use client";

import { Switch as Base } from "@base-ui/react/switch";
import { type ReactNode, useId } from "react";
import { classes } from "./classes";

type Props = {
  label: ReactNode;
  hint?: ReactNode;
  name?: string;
  checked?: boolean;
  defaultChecked?: boolean;
  disabled?: boolean;
  onCheckedChange?(checked: boolean): void;
  className?: string;
};

/** On or off at once; for what waits for a Save there is Checkbox. */
export function Switch({ label, hint, className, ...rest }: Props) {
  const id = useId();
  return (
    <div className={classes("choice grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 py-2", className)}>
      <label htmlFor={id} id={`${id}-label`}>
        {label}
      </label>
      <Base.Root
        {...rest}
        id={id}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="lever"
      >
        <Base.Thumb />
      </Base.Root>
      {hint && (
        <span id={`${id}-hint`} className="col-start-1 text-small text-quiet">
          {hint}
        </span>
      )}
    </div>
  );
}
