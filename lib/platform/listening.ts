import { Client } from "pg";
import { CHANGES } from "@/lib/platform/changes";
import { databaseUrl } from "@/lib/platform/db";
import { AIR, CHANNEL } from "@/lib/platform/live";
import { log } from "@/lib/platform/log";
import { singleton } from "@/lib/platform/singleton";

/** Who hears a channel. While the connection is lost nothing is heard; `again` says that something may have been missed. */
export type Ears = { heard(payload: string): void; opened(again: boolean): void; lost(): void };

type Channel = typeof AIR | typeof CHANNEL | typeof CHANGES;
type Line = {
  ears: Record<Channel, Set<Ears>>;
  client: Client | null;
  opening: Promise<void> | null;
  everOpen: boolean;
  closed: boolean;
};

const AGAIN_MS = 1_000;
/** A connection that goes silently (a cable, a firewall) is noticed by its answer that does not come. */
const SIGN_OF_LIFE_MS = 2_000;
const PATIENCE_MS = 3_000;

const line = () =>
  singleton<Line>("listening", () => ({
    ears: { [AIR]: new Set(), [CHANNEL]: new Set(), [CHANGES]: new Set() },
    ...{ client: null, opening: null, everOpen: false, closed: false },
  }));

/** `ready` rejects while the database is away, but it goes on being tried; `stop` ends it, whatever became of it. */
export type Hearing = { ready: Promise<void>; stop(): void };

/**
 * Hears what is notified on the channel, over the one listening connection of this process, which is opened for its first
 * listener and opened again when it breaks.
 */
export function listen(channel: Channel, ears: Ears): Hearing {
  const here = line();
  here.ears[channel].add(ears);
  if (here.client) ears.opened(false);
  here.opening ??= open(here);
  return { ready: here.opening, stop: () => void here.ears[channel].delete(ears) };
}

/** Ends the connection for good; nothing is heard any more. */
export async function closeListening(): Promise<void> {
  const here = line();
  const { client } = here;
  here.closed = true;
  here.client = null;
  for (const ears of Object.values(here.ears)) ears.clear();
  await client?.end();
}

async function open(here: Line): Promise<void> {
  const client = new Client({
    connectionString: databaseUrl(),
    keepAlive: true,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  });
  client.on("notification", ({ channel, payload }) => tell(here, channel, payload ?? ""));
  client.on("error", (error) => log().warn({ err: error.message }, "The listening connection to the database broke."));
  client.on("end", () => lose(here, client));
  try {
    await client.connect();
    for (const channel of Object.keys(here.ears)) await client.query(`LISTEN ${channel}`);
  } catch (error) {
    await client.end().catch(() => {});
    reopen(here);
    throw error;
  }
  begin(here, client);
}

function begin(here: Line, client: Client): void {
  if (here.closed) return void client.end().catch(() => {});
  const again = here.everOpen;
  here.client = client;
  here.everOpen = true;
  for (const ears of everyone(here)) ears.opened(again);
  const timer = setInterval(() => client.query("SELECT 1").catch(() => lose(here, client)), SIGN_OF_LIFE_MS);
  timer.unref();
  client.on("end", () => clearInterval(timer));
}

function lose(here: Line, client: Client): void {
  if (here.client !== client) return;
  here.client = null;
  for (const ears of everyone(here)) ears.lost();
  client.end().catch(() => {});
  reopen(here);
}

function reopen(here: Line): void {
  if (here.closed) return;
  here.opening = new Promise((resolve) => setTimeout(resolve, AGAIN_MS).unref()).then(() => open(here));
  here.opening.catch(() => {}); // whoever waits for it hears of it
}

const everyone = ({ ears }: Line): Ears[] => Object.values(ears).flatMap((some) => [...some]);

function tell({ ears }: Line, channel: string, payload: string): void {
  for (const some of isChannel(channel) ? ears[channel] : []) some.heard(payload);
}

const isChannel = (name: string): name is Channel => name === AIR || name === CHANNEL || name === CHANGES;
