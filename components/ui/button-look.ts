import { cva } from "class-variance-authority";

/** How a button looks, for links that stand among buttons too. */
export const buttonLook = cva(
  [
    "relative inline-flex items-center justify-center gap-2 rounded-full border text-center font-medium",
    "transition-colors duration-150 [&_svg]:size-[1.15em] [&_svg]:shrink-0",
    "disabled:cursor-not-allowed disabled:border-hairline disabled:bg-transparent disabled:text-quiet",
    "aria-busy:cursor-progress",
  ],
  {
    variants: {
      variant: {
        primary: "border-ink bg-ink text-paper hover:border-ink-soft hover:bg-ink-soft",
        signal: "border-signal bg-signal text-paper hover:border-signal-soft hover:bg-signal-soft",
        secondary: "border-edge text-ink hover:border-ink",
        quiet: "border-transparent text-ink hover:bg-wash disabled:border-transparent",
        danger: "border-edge text-signal hover:border-signal",
      },
      size: {
        small: "min-h-9 px-4 py-1.5 text-small",
        medium: "min-h-11 px-6 py-2 text-body leading-snug",
        icon: "size-11",
      },
    },
    defaultVariants: { variant: "primary", size: "medium" },
  },
);
