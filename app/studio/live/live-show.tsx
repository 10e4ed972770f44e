"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { useLive } from "./use-live";

const TOGETHER_MS = 300;
const AGAIN_MS = 3_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

type Props = { show: string; me: string /** when the next scheduled episode comes out */; next: Date | null };

/** Keeps the pages of a show as they are for everybody: asks for them again when something of it changed, or time did it. */
export function LiveShow({ show, me, next }: Props) {
  const router = useRouter();
  const path = usePathname();
  // Without a connection the page would be left for the browser's own words about that, with all that is typed in it.
  const refresh = useEffectEvent(() => navigator.onLine && router.refresh());
  useEffect(() => timer.stop, []);
  useLive(`show:${show}`, (event) => {
    // Whoever writes an episode here has what they wrote before them.
    const isEcho = event?.by === me && path.endsWith(`/episodes/${event.id}`);
    if (!isEcho) timer.start(() => refresh(), TOGETHER_MS);
  });
  const due = next?.getTime() ?? null;
  useEffect(() => {
    if (due === null) return;
    let clock: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      const ms = Math.max(due - Date.now() + TOGETHER_MS, AGAIN_MS);
      clock = setTimeout(act, Math.min(ms, LONGEST_TIMER_MS));
    };
    // Where the clocks differ the house may not think so yet: then `due` stays, and is asked for again.
    const act = () => {
      if (Date.now() >= due) refresh();
      wait();
    };
    wait();
    return () => clearTimeout(clock);
  }, [due]);
  return null;
}

/** Several changes at once are one. */
const timer = {
  running: undefined as ReturnType<typeof setTimeout> | undefined,
  start(work: () => void, ms: number) {
    clearTimeout(timer.running);
    timer.running = setTimeout(work, ms);
  },
  stop: () => clearTimeout(timer.running),
};
