import { type Hearing, listen } from "@/lib/platform/listening";
import { CHANNEL, type LiveEvent } from "@/lib/platform/live";

/** Hears what was announced; `null` says that something may have been missed. */
export type Hear = (event: LiveEvent | null) => void;

/** Hears every announcement from now on. */
export const hearLive = (hear: Hear): Hearing =>
  listen(CHANNEL, {
    heard: (payload) => hear(JSON.parse(payload)),
    opened: (again) => again && hear(null),
    lost() {},
  });
