"use client";

import { useEffect, useState } from "react";

const EVERY_MS = 15_000;

/** This moment, every quarter of a minute; the server's own until the script has come. `then` is a moment not to be missed. */
export function useNow(first: Date, then: Date | null = null): Date {
  const [now, setNow] = useState(first);
  const due = then?.getTime() ?? null;
  useEffect(() => {
    const tick = () => setNow(new Date());
    tick();
    const timers = [window.setInterval(tick, EVERY_MS)];
    const left = due === null ? -1 : due - Date.now();
    if (left >= 0 && left < 86_400_000) timers.push(window.setTimeout(tick, left + 50));
    return () => timers.forEach(window.clearInterval);
  }, [due]);
  return now;
}
