import type { Tx } from "@/lib/platform/db";

/** What the listening connections of all processes hear. */
export const CHANNEL = "longwave_live";

/** What processes tell each other of what is on the air. */
export const AIR = "longwave_air";

/** Something that pages can watch: "episode:" and its id, for example. */
export type Topic = `${string}:${string}`;

/** That something changed, and never what: whoever hears of it asks again, and sees what they may see. */
export type LiveEvent = {
  topic: Topic;
  /** what was done: the verb of the audit, for example */
  kind: string;
  /** of the thing that changed */
  id: string;
  /** its edit version afterwards, where it has one: whoever holds that already need not ask */
  version?: number;
  /** the user who did it; null: the house itself */
  by: string | null;
  /** what is told with it, where those who watch may see it in any case */
  told?: unknown;
};

/** Tells whoever watches the topic, in every process, once the transaction commits; nobody when it does not. */
export async function announce(tx: Tx, event: LiveEvent): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${CHANNEL}, ${JSON.stringify(event)})`;
}
