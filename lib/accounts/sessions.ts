import type { Actor } from "@/lib/accounts/actor";
import { inGoodStanding } from "@/lib/accounts/good-standing";
import { db, type Tx } from "@/lib/platform/db";
import { isUuid } from "@/lib/platform/uuid";
import type { Session, User } from "@/prisma/generated/client";

/** How long a browser stays signed in. */
export const SESSION_SECONDS = 30 * 24 * 3600;

const NOTED_EVERY_MS = 60_000;

/** A signed-in browser gets a row; its cookie only carries the row's id, so ending the row ends the session at once. */
export function createSession(
  user: Pick<User, "id">,
  now: Date,
  { userAgent = null, tx = db() }: { userAgent?: string | null; tx?: Tx } = {},
): Promise<Session> {
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
  return tx.session.create({ data: { userId: user.id, expiresAt, userAgent: userAgent?.slice(0, 500) } });
}

/** Whom a session acts for; null when it was ended, ran out, or its user is suspended. */
export async function findActorBySession(id: string, now: Date): Promise<Actor | null> {
  if (!isUuid(id)) return null;
  const session = await db().session.findUnique({
    where: { ...alive(now), id, user: inGoodStanding },
    include: { user: true },
  });
  if (!session) return null;
  await noteUse(session, now);
  return { user: session.user, workspaceId: null, via: "session" };
}

/** A suspended user who has signed in: enough to read why, and to close the account. */
export type Suspended = { user: Pick<User, "id" | "email" | "name">; reason: string | null; since: Date };

/** Whose suspension a session may look at; null for every other session. */
export async function findSuspendedBySession(id: string, now: Date): Promise<Suspended | null> {
  if (!isUuid(id)) return null;
  const session = await db().session.findUnique({
    where: { ...alive(now), id, user: { suspendedAt: { not: null }, closedAt: null } },
    include: { user: true },
  });
  const since = session?.user.suspendedAt;
  return session && since ? { user: session.user, reason: session.user.suspensionReason, since } : null;
}

/** The browsers that a user is signed in with, the one used last first. */
export const listSessions = (actor: Actor, now: Date): Promise<Session[]> =>
  db().session.findMany({
    where: { ...alive(now), userId: actor.user.id },
    orderBy: [{ lastUsedAt: { sort: "desc", nulls: "last" } }, { createdAt: "desc" }],
  });

const alive = (now: Date) => ({ endedAt: null, expiresAt: { gt: now } });

/** At most one write a minute for a busy browser. */
async function noteUse({ id, lastUsedAt }: Session, now: Date): Promise<void> {
  if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < NOTED_EVERY_MS) return;
  await db().session.updateMany({ where: { id }, data: { lastUsedAt: now } });
}
