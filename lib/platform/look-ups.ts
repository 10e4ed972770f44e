import { setTimeout as pause } from "node:timers/promises";
import { CHANGES, hearOwnChanges } from "@/lib/platform/changes";
import { listen } from "@/lib/platform/listening";
import { type Entry, entries, type Session } from "@/lib/platform/look-up-entries";
import { singleton } from "@/lib/platform/singleton";

/**
 * What was found: the answer, the ids whose change may change it (none: there is nothing, and that is kept for a second at
 * most), and from when on time may change it.
 */
export type Finding<T> = { answer: T; about: string[]; until: Date | null };

type Flight = Promise<Finding<unknown>>;

type Desk = {
  entries: ReturnType<typeof entries>;
  underWay: Map<string, Flight>;
  /** the connection over which changes are heard just now */
  session: Session | null;
  /** until then the database is not waited for where there is an answer without it (on the clock that is never set, performance.now) */
  awayUntil: number;
};

/** How long an answer is given on that nothing vouches for any more. */
const UNVERIFIED_MS = 60_000;
const PATIENCE_MS = 250;
const AWAY_MS = 1_000;

const desk = () => singleton<Desk>("look-ups", open);

/**
 * The answer under `key`: from memory while nothing can have changed it, else from `read`, which runs once however many ask.
 * While the connection over which changes are heard is lost it is read each time, and where the database does not answer
 * either, the last answer stands for 60 s more; so it does when its time is over and it cannot be read anew. Throws what `read`
 * throws when there is none.
 */
export async function lookUp<T>(key: string, now: Date, read: () => Promise<Finding<T>>): Promise<T> {
  const here = desk();
  const entry = here.entries.get(key, now);
  if (entry && entry.session.lostAt === null) return entry.answer as T;
  const last = entry ?? here.entries.last(key, now, UNVERIFIED_MS);
  const isLost = last !== null && last.session.lostAt !== null;
  const fallback = last && unheard(last) < UNVERIFIED_MS ? last : null;
  if (fallback && isLost && performance.now() < here.awayUntil) return fallback.answer as T;
  const reading = readOnce(here, key, now, read);
  if (!fallback) return reading as Promise<T>;
  return (isLost ? soon(here, reading, fallback.answer) : reading.catch(() => fallback.answer)) as Promise<T>;
}

/** For how long nobody has vouched for it. */
const unheard = ({ session: { lostAt } }: Entry): number => (lostAt === null ? 0 : performance.now() - lostAt);

function open(): Desk {
  const here: Desk = { entries: entries(), underWay: new Map(), session: null, awayUntil: 0 };
  hearOwnChanges((id) => forget(here, id));
  const ears = {
    heard: (id: string) => forget(here, id),
    opened: () => {
      here.session = { lostAt: null };
    },
    lost: () => {
      if (here.session) here.session.lostAt = performance.now();
      here.session = null;
    },
  };
  listen(CHANGES, ears).ready.catch(() => {}); // it is tried again
  return here;
}

/** A look-up that is under way may have read what was there before: it is not kept, and whoever asks from now on begins another. */
function forget({ entries, underWay }: Desk, id: string): void {
  underWay.clear();
  entries.forget(id);
}

async function readOnce(here: Desk, key: string, now: Date, read: () => Promise<Finding<unknown>>): Promise<unknown> {
  const present = here.underWay.get(key);
  const { answer, until } = await (present ?? begin(here, key, now, read));
  // What another began may be over for whoever joined a moment later.
  return present && until && until <= now ? readOnce(here, key, now, read) : answer;
}

function begin(here: Desk, key: string, now: Date, read: () => Promise<Finding<unknown>>): Flight {
  const session = here.session ?? { lostAt: performance.now() };
  const isPresent = () => here.underWay.get(key) === flight;
  const flight: Flight = read()
    .then((finding) => {
      if (isPresent()) here.entries.set(key, entryOf(finding, now, session));
      return finding;
    })
    .finally(() => isPresent() && here.underWay.delete(key));
  here.underWay.set(key, flight);
  return flight;
}

const entryOf = ({ answer, about, until }: Finding<unknown>, now: Date, session: Session): Entry => ({
  ...{ answer, about, session },
  from: now.getTime(),
  until: until?.getTime() ?? Number.POSITIVE_INFINITY,
});

/** What is being read, or `otherwise` when the database fails or does not answer at once. */
async function soon(here: Desk, reading: Promise<unknown>, otherwise: unknown): Promise<unknown> {
  const read = new AbortController();
  const inTime = reading.then((answer) => ({ answer }));
  const first = await Promise.race([inTime, pause(PATIENCE_MS, null, { signal: read.signal })]).catch(() => null);
  read.abort();
  if (first) return first.answer;
  here.awayUntil = performance.now() + AWAY_MS;
  return otherwise;
}
