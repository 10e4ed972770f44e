import { classes } from "@/components/ui/classes";
import { percent } from "./words";

type Props = {
  sent: number;
  size: number;
  className?: string;
  /** null where the words beside it say as much */
  label: string | null;
};

/** How much of a file has gone: a line of ink that grows along a hairline. */
export function Gauge({ sent, size, className, label }: Props) {
  const part = size > 0 ? Math.min(1, sent / size) : 0;
  const spoken = label
    ? {
        role: "progressbar",
        "aria-label": label,
        "aria-valuenow": Math.floor(part * 100),
        "aria-valuetext": percent(sent, size),
      }
    : { "aria-hidden": true };
  return (
    <div {...spoken} className={classes("h-0.5 overflow-hidden bg-hairline", className)}>
      <div
        className="h-full origin-left bg-ink transition-transform duration-200 motion-reduce:transition-none"
        style={{ transform: `scaleX(${part})` }}
      />
    </div>
  );
}
