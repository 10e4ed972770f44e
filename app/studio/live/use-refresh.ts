"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";

const TOGETHER_MS = 300;

/** Asks for the page again: at once, or soon, so that several changes in a row are one. */
export function useRefresh() {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const refresh = useCallback(() => {
    // Without a connection the page would be left for the browser's own words about that, with all that is typed in it.
    if (navigator.onLine) router.refresh();
  }, [router]);
  const refreshSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(refresh, TOGETHER_MS);
  }, [refresh]);
  return { refresh, refreshSoon };
}
