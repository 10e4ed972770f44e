import type { LiveEvent } from "@/lib/web/live";

const SOON_MS = 50;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;
/** Whoever was signed out is about to leave the page, or takes a moment to sign in again. */
const REST_MS = 5_000;

/**
 * The connection to the house, for the topics that are wanted. `tell` hears `null` when something may have been missed.
 * For a new topic it is opened anew, and the old one left only when the new one stands.
 */
export function openStream(tell: (event: LiveEvent | null) => void, hasMissed: boolean) {
  /** The one that stands or is about to, and before it those that stand until then. */
  const sources: EventSource[] = [];
  let topics = new Set<string>();
  let wanted = new Set<string>();
  let missed = hasMissed;
  let wait = FIRST_WAIT_MS;
  let notBefore = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (work: () => void, ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(work, ms);
  };

  const connect = () => {
    topics = wanted;
    const next = new EventSource(`/api/studio/live?topics=${["me", ...topics].map(encodeURIComponent).join(",")}`);
    sources.push(next);
    next.onopen = () => {
      leaveBefore(next);
      wait = FIRST_WAIT_MS;
      if (missed) tell(null);
      missed = false;
    };
    next.onmessage = ({ data }) => tell(JSON.parse(data));
    next.addEventListener("missed", () => tell(null));
    next.addEventListener("end", () => {
      next.close();
      notBefore = Date.now() + REST_MS;
      lose(next);
    });
    next.onerror = () => {
      missed = true;
      leaveBefore(next);
      // Of a connection that breaks, the browser takes care; of one that was refused, nobody.
      if (next.readyState !== EventSource.CLOSED || !lose(next)) return;
      later(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    };
  };

  const leaveBefore = (source: EventSource | undefined) => {
    for (const each of sources.splice(0, source ? sources.indexOf(source) : sources.length)) each.close();
  };

  /** Nothing is heard any more: whoever signs in again and wants the same is connected anew. False for one that was left. */
  const lose = (source: EventSource): boolean => {
    if (sources.at(-1) !== source) return false;
    topics = new Set();
    missed = true;
    return true;
  };

  return {
    want(now: Set<string>) {
      wanted = now;
      if ([...wanted].some((topic) => !topics.has(topic)))
        return later(connect, Math.max(SOON_MS, notBefore - Date.now()));
      if (wanted.size > 0) return;
      clearTimeout(timer);
      leaveBefore(undefined);
      topics = wanted;
    },
    close() {
      clearTimeout(timer);
      leaveBefore(undefined);
    },
  };
}
