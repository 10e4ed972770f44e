import type { HouseAdmin } from "@/lib/accounts/actor";
import { db } from "@/lib/platform/db";
import { mailLeaves } from "@/lib/platform/mail";
import type { AuditEvent, User } from "@/prisma/generated/client";

const RECENT = 20;
const SHOWS_NAMED = 5;

/** What a house admin sees of an account beside its own row. No secret is among it. */
export async function findAccountFacts(_: HouseAdmin, user: Pick<User, "id" | "email">, now: Date) {
  const [workspaces, sessions, tokens, passkeys, mail] = await Promise.all([
    workspacesOf(user.id),
    db().session.findMany({
      where: { userId: user.id, endedAt: null, expiresAt: { gt: now } },
      select: { id: true, createdAt: true, lastUsedAt: true },
    }),
    db().apiToken.findMany({
      where: { userId: user.id, revokedAt: null },
      select: { id: true, name: true, createdAt: true, lastUsedAt: true, workspace: { select: { name: true } } },
      orderBy: { id: "desc" },
    }),
    db().passkey.count({ where: { userId: user.id } }),
    db().outboxMail.findMany({
      where: { to: user.email },
      select: { id: true, subject: true, createdAt: true },
      orderBy: { createdAt: "desc" },
      take: RECENT,
    }),
  ]);
  const uses = sessions.map(({ createdAt, lastUsedAt }) => (lastUsedAt ?? createdAt).getTime());
  const seenAt = uses.length > 0 ? new Date(Math.max(...uses)) : null;
  return { workspaces, sessions: { count: sessions.length, seenAt }, tokens, passkeys, mail, mailLeaves: mailLeaves() };
}

export type AccountFacts = Awaited<ReturnType<typeof findAccountFacts>>;

export type AccountEvent = Pick<AuditEvent, "id" | "at" | "act" | "via" | "targetType" | "targetId" | "difference"> & {
  /** the name of whoever did it; null: the house itself */
  actor: string | null;
};

/** The newest of what was done by the account and to it. */
export async function listAccountEvents(_: HouseAdmin, { id }: Pick<User, "id">): Promise<AccountEvent[]> {
  return db().$queryRaw<AccountEvent[]>`
    SELECT e.id, e.at, e.act, e.via, e."targetType", e."targetId", e.difference, a.name AS actor
    FROM (
      (SELECT * FROM "AuditEvent" WHERE "actorId" = ${id}::uuid ORDER BY at DESC LIMIT ${RECENT})
      UNION
      (SELECT * FROM "AuditEvent" WHERE "targetType" = 'user' AND "targetId" = ${id}::uuid ORDER BY at DESC LIMIT ${RECENT})
    ) e LEFT JOIN "User" a ON a.id = e."actorId"
    ORDER BY e.at DESC, e.id DESC LIMIT ${RECENT}`;
}

async function workspacesOf(userId: string) {
  const memberships = await db().membership.findMany({
    where: { userId },
    orderBy: { createdAt: "asc" },
    include: {
      workspace: {
        include: {
          plan: true,
          shows: {
            where: { deletedAt: null },
            select: { id: true, title: true },
            orderBy: { title: "asc" },
            take: SHOWS_NAMED,
          },
          _count: { select: { shows: { where: { deletedAt: null } } } },
        },
      },
    },
  });
  return memberships.map(({ role, limited, workspace: { plan, _count, ...workspace } }) => ({
    ...{ id: workspace.id, name: workspace.name, role, limited, plan: plan.name },
    shows: workspace.shows,
    moreShows: _count.shows - workspace.shows.length,
    bytes: workspace.bytesStored + workspace.bytesReserved,
    maxBytes: workspace.maxBytes ?? plan.maxBytes,
    hidden: workspace.hiddenAt !== null,
  }));
}
