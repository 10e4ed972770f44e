import type { Actor } from "@/lib/accounts/actor";
import { record } from "@/lib/audit/record";
import { db } from "@/lib/platform/db";
import { isUuid } from "@/lib/platform/uuid";

/** Suspended users sign out too. */
type Who = Actor | { user: { id: string }; via: Actor["via"] };

/** Ends one of their own sessions; nothing happens to anybody else's, and false is returned. */
export async function signOut(actor: Who, sessionId: string, now: Date): Promise<boolean> {
  if (!isUuid(sessionId)) return false;
  await end(actor, { id: sessionId }, "signOut", now);
  return (await db().session.count({ where: { id: sessionId, userId: actor.user.id } })) > 0;
}

/** Ends every session of the actor, this one too. Tokens for the API stay. */
export const signOutEverywhere = (actor: Actor, now: Date): Promise<void> => end(actor, {}, "signOutEverywhere", now);

async function end({ user, via }: Who, which: { id?: string }, act: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { ...which, userId: user.id, endedAt: null },
      data: { endedAt: now },
    });
    if (count === 0) return;
    await record(tx, {
      actorId: user.id,
      via,
      act,
      target: { type: "user", id: user.id },
      difference: { ended: count },
    });
  });
}
