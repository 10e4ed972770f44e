import type { Tx } from "@/lib/platform/db";
import { announce } from "@/lib/platform/live";
import type { Prisma } from "@/prisma/generated/client";

export type Signature = {
  /** null: the house itself */
  actorId: string | null;
  via: "token" | "session" | "command line" | "job";
};

/** What an act was done to. The house itself has the nil UUID. */
export const targetTypes = [
  "house",
  "user",
  "workspace",
  "invitation",
  "plan",
  "token",
  "passkey",
  "show",
  "episode",
  "preview",
  "upload",
  "media",
  "job",
] as const;
export type TargetType = (typeof targetTypes)[number];

export type Act = Signature & {
  /** the verb: "publishEpisode" */
  act: string;
  target: { type: TargetType; id: string };
  workspaceId?: string | null;
  /** what changed: `{ field: [before, after] }`, or facts of the act; never a secret, nor an address: events outlive accounts */
  difference?: Record<string, unknown>;
  /** of an episode: its show's pages hear of it too */
  showId?: string;
  /** the target's edit version after the act */
  version?: number;
};

/** What pages watch: an act upon it is announced as it is recorded. */
const watched: TargetType[] = ["show", "episode", "user"];

/** What the pages of a workspace, and the list of its shows, stand on. */
const ofWorkspace: TargetType[] = ["workspace", "invitation", "user", "show"];

/** Writes down who did what, in the transaction of the act: both happen, or neither. */
export async function record(tx: Tx, { target, difference = {}, showId, version, ...act }: Act): Promise<void> {
  const plain = JSON.parse(
    JSON.stringify(difference, (_, value) => (typeof value === "bigint" ? Number(value) : value)),
  );
  await tx.auditEvent.create({
    data: { ...act, targetType: target.type, targetId: target.id, difference: plain as Prisma.InputJsonValue },
  });
  const news = { kind: act.act, id: target.id, version, by: act.actorId };
  if (watched.includes(target.type)) await announce(tx, { topic: `${target.type}:${target.id}`, ...news });
  if (showId) await announce(tx, { topic: `show:${showId}`, ...news });
  const { workspaceId, act: kind, actorId: by } = act;
  // Of what in it: a member who is limited to some shows hears nothing of the others.
  if (workspaceId && ofWorkspace.includes(target.type))
    await announce(tx, { topic: `workspace:${workspaceId}`, kind, id: workspaceId, by });
}

/** `{ field: [before, after] }` for every field of `after` that differs from `before`. */
export function differenceBetween<T extends object>(before: T, after: Partial<T>): Record<string, [unknown, unknown]> {
  const changed = (Object.keys(after) as (keyof T & string)[]).filter((key) => !same(before[key], after[key]));
  return Object.fromEntries(changed.map((key) => [key, [before[key], after[key]]]));
}

/** The same for what the log keeps no copy of, because it is long, or says who somebody is: that it changed, and not how. */
export const hiding = (difference: Record<string, unknown>, ...fields: string[]): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(difference).map(([field, change]) => [field, fields.includes(field) ? "changed" : change]),
  );

const same = (a: unknown, b: unknown): boolean =>
  a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b;
