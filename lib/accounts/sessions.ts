import type { Actor } from "@/lib/accounts/actor";
import { db } from "@/lib/platform/db";
import { isUuid } from "@/lib/platform/uuid";
import type { Session, User } from "@/prisma/generated/client";

const LIFE_MS = 30 * 24 * 3600_000;

/** A signed-in browser gets a row; its cookie only carries the row's id, so ending the row ends the session at once. */
export function createSession(user: User, now: Date): Promise<Session> {
  return db().session.create({ data: { userId: user.id, expiresAt: new Date(now.getTime() + LIFE_MS) } });
}

/** Whom a session acts for; null when it was ended, ran out, or its user is suspended. */
export async function findActorBySession(id: string, now: Date): Promise<Actor | null> {
  if (!isUuid(id)) return null;
  const session = await db().session.findUnique({
    where: { id, endedAt: null, expiresAt: { gt: now }, user: { suspendedAt: null } },
    include: { user: true },
  });
  return session && { user: session.user, workspaceId: null, via: "session" };
}
