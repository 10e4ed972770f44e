import { LRUCache } from "lru-cache";

/** A time in which changes are heard. Once the connection is lost (performance.now) nothing vouches for what was read in it. */
export type Session = { lostAt: number | null };

/** An answer that holds from `from` on and before `until` (ms since 1970), unless one of the ids it is about changes. */
export type Entry = { answer: unknown; about: string[]; from: number; until: number; session: Session };

const MOST = 10_000;
/** Of what is not there: a scan of made-up addresses washes out nothing else. */
const MOST_ABSENT = 1_000;
const ABSENT_MS = 1_000;

/** Answers in memory, the last used ones, found by their key and forgotten by what they are about. */
export function entries() {
  const keysAbout = new Map<string, Set<string>>();
  const known = new LRUCache<string, Entry>({ max: MOST, dispose: (entry, key) => unlink(key, entry) });
  const absent = new LRUCache<string, Entry>({ max: MOST_ABSENT });

  function link(key: string, { about }: Entry): void {
    for (const id of about) keysAbout.set(id, (keysAbout.get(id) ?? new Set()).add(key));
  }

  function unlink(key: string, { about }: Entry): void {
    for (const id of about) {
      const keys = keysAbout.get(id);
      keys?.delete(key);
      if (keys?.size === 0) keysAbout.delete(id);
    }
  }

  return {
    get(key: string, now: Date): Entry | null {
      const entry = known.get(key) ?? absent.get(key);
      return entry && entry.from <= now.getTime() && now.getTime() < entry.until ? entry : null;
    },
    /** What was found last, though its time was over up to `ms` ago. */
    last(key: string, now: Date, ms: number): Entry | null {
      const entry = known.get(key);
      return entry && entry.from <= now.getTime() && now.getTime() < entry.until + ms ? entry : null;
    },
    set(key: string, entry: Entry): void {
      if (entry.about.length === 0) {
        known.delete(key); // it was there, and its time is over: nobody is given it any more
        absent.set(key, { ...entry, until: Math.min(entry.until, entry.from + ABSENT_MS) });
        return;
      }
      known.set(key, entry);
      link(key, entry);
    },
    /** Whatever is about this id ("all": everything), and all that was not there: it may be what has come. */
    forget(id: string): void {
      absent.clear();
      if (id === "all") known.clear();
      else for (const key of [...(keysAbout.get(id) ?? [])]) known.delete(key);
    },
  };
}
