import { classes } from "./classes";

/** Keeps the room of what is still on its way; give it the size of that. The list around it says aria-busy. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={classes("glow block h-4 rounded-sm bg-hairline", className)} />;
}
