"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { useLive } from "./use-live";
import { useRefresh } from "./use-refresh";

const LATE_MS = 300;
const AGAIN_MS = 3_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

type Props = {
  show: string;
  me: string;
  /** when the next scheduled episode comes out */
  next: Date | null;
};

/** Keeps the pages of a show as they are for everybody: asks for them again when something of it changed, or time did it. */
export function LiveShow({ show, me, next }: Props) {
  const path = usePathname();
  const { refresh, refreshSoon } = useRefresh();
  useLive(`show:${show}`, (event) => {
    // Whoever writes an episode here has what they wrote before them.
    const isEcho = event?.by === me && path.endsWith(`/episodes/${event.id}`);
    if (!isEcho) refreshSoon();
  });
  const due = next?.getTime() ?? null;
  useEffect(() => {
    if (due === null) return;
    let clock: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      const ms = Math.max(due - Date.now() + LATE_MS, AGAIN_MS);
      clock = setTimeout(act, Math.min(ms, LONGEST_TIMER_MS));
    };
    // Where the clocks differ the house may not think so yet: then `due` stays, and is asked for again.
    const act = () => {
      if (Date.now() >= due) refresh();
      wait();
    };
    wait();
    return () => clearTimeout(clock);
  }, [due, refresh]);
  return null;
}
