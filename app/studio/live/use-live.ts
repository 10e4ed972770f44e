"use client";

import { useEffect, useEffectEvent } from "react";
import type { LiveEvent } from "@/lib/web/live";
import { watch } from "./line";

/**
 * Calls back when something of the topic ("show:…", "episode:…", "user:…" and an id) changed, and with `null` when the
 * connection was lost for a while: then anything may have changed. Events hold no content: ask again. `null` watches nothing.
 */
export function useLive(topic: `${string}:${string}` | null, onEvent: (event: LiveEvent | null) => void): void {
  const hear = useEffectEvent(onEvent);
  useEffect(() => (topic ? watch(topic, (event) => hear(event)) : undefined), [topic]);
}
