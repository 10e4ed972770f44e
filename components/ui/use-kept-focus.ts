"use client";

import { type FocusEvent, type RefObject, useEffect, useRef } from "react";

/**
 * Where a press takes away the very thing that was pressed, the focus goes to `place` instead of nowhere. For the element
 * around both, whose component renders when such a thing goes.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>) {
  const held = useRef<Element | null>(null);
  useEffect(() => {
    if (!held.current || held.current.isConnected) return;
    held.current = null;
    if (document.activeElement === document.body) place.current?.focus();
  });
  // React tells nothing of the blur that a removal brings along.
  return {
    onFocus: ({ target }: FocusEvent) => {
      held.current = target;
    },
    onBlur: () => {
      held.current = null;
    },
  };
}
