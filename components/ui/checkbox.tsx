import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";

type Props = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

/** A box to tick, with its words; the whole line takes the pointer. */
export function Checkbox({ label, hint, className, ...rest }: Props) {
  return (
    <label className={classes("choice grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 py-2", className)}>
      <input {...rest} type="checkbox" className="tick" />
      <span>{label}</span>
      {hint && <span className="col-start-2 text-small text-quiet">{hint}</span>}
    </label>
  );
}
