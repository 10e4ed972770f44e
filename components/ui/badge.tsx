import { cva, type VariantProps } from "class-variance-authority";
import type { ReactNode } from "react";

const lampLook = cva("size-2 shrink-0 rounded-full border", {
  variants: {
    tone: {
      live: "border-signal bg-signal",
      waiting: "border-signal",
      done: "border-ink bg-ink",
      idle: "border-quiet",
      trouble: "rotate-45 rounded-none border-signal bg-signal",
    },
  },
  defaultVariants: { tone: "idle" },
});

type Props = VariantProps<typeof lampLook> & { children: ReactNode };

/** A state in a word, with its lamp: lit is live, a ring waits, a diamond asks for a decision. */
export function Badge({ tone, children }: Props) {
  return (
    <span className="inline-flex items-center gap-2 text-small font-medium whitespace-nowrap">
      <span aria-hidden="true" className={lampLook({ tone })} />
      {children}
    </span>
  );
}
