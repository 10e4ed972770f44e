import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({
  extend: { theme: { text: ["small", "body", "lead", "item", "head", "long", "display"] } },
});

/** Class names joined; of two that say the same thing the later one wins. */
export const classes = (...values: ClassValue[]): string => merge(clsx(values));
