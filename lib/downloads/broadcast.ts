import { randomUUID } from "node:crypto";
import { type OnAir, onAirAt, others } from "@/lib/downloads/on-air";
import { forgetQuiet, type Place, type Sounds, soundsOf } from "@/lib/downloads/pulse";
import { db } from "@/lib/platform/db";
import { listen } from "@/lib/platform/listening";
import { AIR } from "@/lib/platform/live";
import { log } from "@/lib/platform/log";

/** Who watches in this process, and how they are told. */
export type Audience = { watched(): Place[]; tell(place: Place, onAir: OnAir): void };

type Message = { from: string } & ({ watch: Place[] } | { place: Place; sounds: Sounds | null });

const EVERY_MS = 1_000;
const ASK_AGAIN_MS = 10_000;
const ASKED_MS = 30_000;
const TELL_AGAIN_MS = 10_000;
/** PostgreSQL takes less than 8,000 bytes at a time. */
const MOST_PLACES = 150;

/**
 * Tells those who watch in this process what is on the air in all of them, once a second while something is. The processes ask
 * each other for what is watched somewhere, so nothing is sent that nobody looks at. Gives what ends it.
 */
export function startBroadcast({ watched, tell }: Audience): () => void {
  const me = randomUUID();
  const askedFor = new Map<Place, number>();
  const asked = new Map<Place, number>();
  const told = new Map<Place, { at: number; text: string }>();
  const silent = new Set<Place>();
  let isBusy = false;

  const heard = (payload: string) => {
    const message: Message = JSON.parse(payload);
    if (message.from === me) return;
    if ("watch" in message) for (const place of message.watch) askedFor.set(place, Date.now());
    else hearSounds(message.place, message.from, message.sounds);
  };
  const ear = listen(AIR, { heard, opened() {}, lost() {} });
  ear.ready.catch(() => {}); // it goes on trying by itself

  /** What this process wants to hear of others: said at once and every ten seconds. */
  function questions(places: Place[], now: number): Message[] {
    for (const place of asked.keys()) if (!places.includes(place)) asked.delete(place);
    const due = places.filter((place) => now - (asked.get(place) ?? 0) >= ASK_AGAIN_MS);
    for (const place of due) asked.set(place, now);
    return inGroups(due).map((watch) => ({ from: me, watch }));
  }

  /** What others want to hear of this one. Silence is said once. */
  function answers(now: number): Message[] {
    for (const [place, at] of askedFor) if (now - at > ASKED_MS) askedFor.delete(place);
    return [...askedFor.keys()].flatMap((place) => {
      const sounds = soundsOf(place, now);
      if (!sounds && silent.has(place)) return [];
      if (sounds) silent.delete(place);
      else silent.add(place);
      return [{ from: me, place, sounds }];
    });
  }

  async function tellWatchers(places: Place[], now: number): Promise<void> {
    for (const place of told.keys()) if (!places.includes(place)) told.delete(place);
    for (const place of places) {
      const onAir = await onAirAt(place, now);
      const text = JSON.stringify(onAir);
      const before = told.get(place);
      if (before?.text === text && now - before.at < TELL_AGAIN_MS) continue;
      told.set(place, { at: now, text });
      tell(place, onAir);
    }
  }

  async function beat(): Promise<void> {
    const now = Date.now();
    const places = watched();
    await send([...questions(places, now), ...answers(now)]).catch((error) =>
      log().debug({ err: error }, "Others hear nothing of this process."),
    );
    await tellWatchers(places, now);
    forgetQuiet(now);
  }

  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    beat()
      .catch((error) => log().warn({ err: error }, "What is on the air could not be told."))
      .finally(() => {
        isBusy = false;
      });
  }, EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    ear.stop();
  };
}

function hearSounds(place: Place, from: string, sounds: Sounds | null): void {
  const told = others().get(place) ?? new Map();
  others().set(place, told);
  if (sounds) told.set(from, { at: Date.now(), sounds });
  else told.delete(from);
}

const inGroups = (places: Place[]): Place[][] =>
  Array.from({ length: Math.ceil(places.length / MOST_PLACES) }, (_, index) =>
    places.slice(index * MOST_PLACES, (index + 1) * MOST_PLACES),
  );

async function send(messages: Message[]): Promise<void> {
  if (messages.length === 0) return;
  const payloads = messages.map((message) => JSON.stringify(message));
  await db().$executeRaw`SELECT pg_notify(${AIR}, payload) FROM unnest(${payloads}::text[]) AS t(payload)`;
}
