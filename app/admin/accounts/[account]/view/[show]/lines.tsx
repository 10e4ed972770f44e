import { classes } from "@/components/ui/classes";
import { Nothing } from "../../../../section";

type Props = { lines: { code: string; sentence: string }[]; none: string; blocks?: boolean };

/** Sentences as the podcaster reads them. */
export function Lines({ lines, none, blocks = false }: Props) {
  if (lines.length === 0) return <Nothing>{none}</Nothing>;
  return (
    <ul>
      {lines.map(({ code, sentence }) => (
        <li key={code} className="flex items-baseline gap-3 border-b py-3">
          <span
            aria-hidden="true"
            className={classes(
              "size-2 shrink-0 border",
              blocks ? "rotate-45 border-signal bg-signal" : "rounded-full border-quiet",
            )}
          />
          <span className={blocks ? "font-medium" : "text-ink-soft"}>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
