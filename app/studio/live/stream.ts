import type { LiveEvent } from "@/lib/web/live";

const SOON_MS = 50;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * The connection to the house, for the topics that are wanted. `tell` hears `null` when something may have been missed.
 * For a new topic it is opened anew, and the old one left only when the new one stands.
 */
export function openStream(tell: (event: LiveEvent | null) => void, hasMissed: boolean) {
  let source: EventSource | null = null;
  let topics = new Set<string>();
  let wanted = new Set<string>();
  let missed = hasMissed;
  let wait = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (work: () => void, ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(work, ms);
  };

  const connect = () => {
    const before = source;
    topics = wanted;
    const next = new EventSource(`/api/studio/live?topics=${["me", ...topics].map(encodeURIComponent).join(",")}`);
    source = next;
    next.onopen = () => {
      before?.close();
      wait = FIRST_WAIT_MS;
      if (missed) tell(null);
      missed = false;
    };
    next.onmessage = ({ data }) => tell(JSON.parse(data));
    next.addEventListener("missed", () => tell(null));
    next.addEventListener("end", () => next.close());
    next.onerror = () => {
      missed = true;
      before?.close();
      // Of a connection that breaks, the browser takes care; of one that was refused, nobody.
      if (next.readyState !== EventSource.CLOSED || source !== next) return;
      later(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    };
  };

  return {
    want(now: Set<string>) {
      wanted = now;
      if ([...wanted].some((topic) => !topics.has(topic))) later(connect, SOON_MS);
      else if (wanted.size === 0) {
        clearTimeout(timer);
        source?.close();
        topics = wanted;
      }
    },
  };
}
