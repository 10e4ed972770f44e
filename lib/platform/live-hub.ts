import { Client } from "pg";
import { databaseUrl } from "@/lib/platform/db";
import { CHANNEL, type LiveEvent } from "@/lib/platform/live";
import { log } from "@/lib/platform/log";
import { singleton } from "@/lib/platform/singleton";

/** Hears what was announced; `null` says that something may have been missed. */
export type Hear = (event: LiveEvent | null) => void;

type Hub = { listeners: Set<Hear>; client: Client | null; opening: Promise<void> | null; closed: boolean };

const AGAIN_MS = 1_000;
const hub = () => singleton<Hub>("live", () => ({ listeners: new Set(), client: null, opening: null, closed: false }));

/**
 * Hears every announcement from now on, over the one connection of this process, which is opened for its first listener and
 * opened again when it breaks. Gives what ends it.
 */
export async function hearLive(hear: Hear): Promise<() => void> {
  const here = hub();
  here.listeners.add(hear);
  here.opening ??= open(here);
  await here.opening;
  return () => {
    here.listeners.delete(hear);
  };
}

/** Ends the connection for good; nothing is heard any more. */
export async function closeLive(): Promise<void> {
  const here = hub();
  const { client } = here;
  here.closed = true;
  here.client = null;
  here.listeners.clear();
  await client?.end();
}

async function open(here: Hub): Promise<void> {
  const client = new Client({ connectionString: databaseUrl(), keepAlive: true });
  client.on("notification", ({ payload }) => tell(here, JSON.parse(payload ?? "null")));
  client.on("error", (error) => log().warn({ err: error.message }, "The live connection to the database broke."));
  client.on("end", () => here.client === client && reopen(here));
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
  } catch (error) {
    await client.end().catch(() => {});
    reopen(here);
    throw error;
  }
  here.client = client;
}

function reopen(here: Hub): void {
  if (here.closed) return;
  here.client = null;
  here.opening = new Promise((resolve) => setTimeout(resolve, AGAIN_MS).unref()).then(() => open(here));
  here.opening.then(
    () => tell(here, null),
    () => {},
  );
}

function tell({ listeners }: Hub, event: LiveEvent | null): void {
  for (const hear of listeners) hear(event);
}
