"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { useLive } from "../live/use-live";

const PAUSE_MS = 400;

/** Brings the page up to date when something of the show was changed, here or by somebody else. */
export function LiveShow({ id }: { id: string }) {
  const router = useRouter();
  const waiting = useRef<number | null>(null);
  useLive(`show:${id}`, () => {
    if (waiting.current !== null) return;
    waiting.current = window.setTimeout(() => {
      waiting.current = null;
      router.refresh();
    }, PAUSE_MS);
  });
  return null;
}
