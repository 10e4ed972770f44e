"use client";

import { useSyncExternalStore } from "react";

/** False in the markup that the server sends and while it is taken over, then true. */
export function useScripted(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
