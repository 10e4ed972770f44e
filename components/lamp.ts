import type { CSSProperties } from "react";
import type { AccentPair } from "@/lib/shows/accent";

/** The style that lights an element of class "show" in the show's accent. */
export function lamp({ light, dark }: AccentPair): CSSProperties & Record<`--${string}`, string> {
  return { "--accent-light": light, "--accent-dark": dark };
}
