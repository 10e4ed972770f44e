import { inGoodStanding } from "@/lib/accounts/good-standing";
import { db } from "@/lib/platform/db";

/** Of many who are connected at once: which sessions still live, and what each user who is not suspended may reach. */
export type Standing = { sessions: Set<string>; users: Map<string, string> };

/** Two queries for all of them. The text of a user changes when a membership of theirs does. */
export async function standingOf(userIds: string[], sessionIds: string[], now: Date): Promise<Standing> {
  const [sessions, users] = await Promise.all([
    db().session.findMany({
      where: { id: { in: sessionIds }, endedAt: null, expiresAt: { gt: now } },
      select: { id: true },
    }),
    db().user.findMany({
      where: { id: { in: userIds }, ...inGoodStanding },
      select: {
        id: true,
        memberships: { orderBy: { workspaceId: "asc" }, include: { shows: { orderBy: { showId: "asc" } } } },
      },
    }),
  ]);
  return {
    sessions: new Set(sessions.map(({ id }) => id)),
    users: new Map(users.map(({ id, memberships }) => [id, JSON.stringify(memberships)])),
  };
}
