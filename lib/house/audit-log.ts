import type { HouseAdmin } from "@/lib/accounts/actor";
import type { TargetType } from "@/lib/audit/record";
import { db } from "@/lib/platform/db";
import { isUuid } from "@/lib/platform/uuid";
import { Prisma } from "@/prisma/generated/client";

export const EVENTS_PER_PAGE = 50;

export type AuditQuestion = {
  /** part of the name or address of whoever did it, or their id; "house": nobody, the house itself; empty: anybody */
  actor: string;
  /** the verb; empty: any */
  act: string;
  targetType: TargetType | null;
  /** part of the target's name, or its id; empty: any */
  target: string;
  /** from this instant on, and before that one */
  from: Date | null;
  until: Date | null;
};

export type AuditLine = {
  id: string;
  at: Date;
  actorId: string | null;
  actor: string | null;
  actorEmail: string | null;
  via: string;
  act: string;
  targetType: string;
  targetId: string;
  /** what it is called now; null where it is gone, or has no name */
  target: string | null;
  workspaceId: string | null;
  workspace: string | null;
  difference: unknown;
};

/** A place in the log: an event's instant and id. */
export type Place = { at: Date; id: string };

/** What happened, the newest first, from behind `after`: `limit` at most. Reads on by place, however long the log is. */
export async function readAuditLog(
  _: HouseAdmin,
  question: AuditQuestion,
  after: Place | null,
  limit: number,
): Promise<AuditLine[]> {
  const conditions = [...(await conditionsOf(question)), ...(after ? [behind(after)] : [])];
  const where = conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`TRUE`;
  return db().$queryRaw<AuditLine[]>`
    WITH page AS (SELECT * FROM "AuditEvent" a WHERE ${where} ORDER BY a.at DESC, a.id DESC LIMIT ${limit})
    SELECT p.id, p.at, p."actorId", u.name AS actor, u.email AS "actorEmail", p.via, p.act, p."targetType", p."targetId",
      coalesce(tu.email, tw.name, s.title, e.title, pl.name, t.name, m.filename) AS target,
      p."workspaceId", w.name AS workspace, p.difference
    FROM page p LEFT JOIN "User" u ON u.id = p."actorId" LEFT JOIN "Workspace" w ON w.id = p."workspaceId"
      LEFT JOIN "User" tu ON p."targetType" = 'user' AND tu.id = p."targetId"
      LEFT JOIN "Workspace" tw ON p."targetType" = 'workspace' AND tw.id = p."targetId"
      LEFT JOIN "Show" s ON p."targetType" = 'show' AND s.id = p."targetId"
      LEFT JOIN "Episode" e ON p."targetType" = 'episode' AND e.id = p."targetId"
      LEFT JOIN "Plan" pl ON p."targetType" = 'plan' AND pl.id = p."targetId"
      LEFT JOIN "ApiToken" t ON p."targetType" = 'token' AND t.id = p."targetId"
      LEFT JOIN "Media" m ON p."targetType" = 'media' AND m.id = p."targetId"
    ORDER BY p.at DESC, p.id DESC`;
}

const BATCH = 1_000;

/** Everything that the question finds, the newest first, a thousand at a time. */
export async function* walkAuditLog(admin: HouseAdmin, question: AuditQuestion): AsyncGenerator<AuditLine[]> {
  let after: Place | null = null;
  for (;;) {
    const lines: AuditLine[] = await readAuditLog(admin, question, after, BATCH);
    if (lines.length > 0) yield lines;
    if (lines.length < BATCH) return;
    after = lines.at(-1) ?? null;
  }
}

const behind = ({ at, id }: Place) => Prisma.sql`(a.at, a.id) < (${at}, ${id}::uuid)`;

async function conditionsOf({ actor, act, targetType, target, from, until }: AuditQuestion): Promise<Prisma.Sql[]> {
  return [
    actor ? await byActor(actor) : null,
    act ? Prisma.sql`a.act = ${act}` : null,
    targetType ? Prisma.sql`a."targetType" = ${targetType}` : null,
    target ? await atTarget(target) : null,
    from ? Prisma.sql`a.at >= ${from}` : null,
    until ? Prisma.sql`a.at < ${until}` : null,
  ].filter((condition) => condition !== null);
}

/** How many people or things a part of a name may mean. */
const MOST_NAMED = 200;

async function byActor(actor: string): Promise<Prisma.Sql> {
  if (isUuid(actor)) return Prisma.sql`a."actorId" = ${actor}::uuid`;
  if (actor === "house") return Prisma.sql`a."actorId" IS NULL`;
  const named = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM "User" WHERE position(lower(${actor}) in lower(name)) > 0 OR position(lower(${actor}) in email) > 0
    LIMIT ${MOST_NAMED}`;
  return Prisma.sql`a."actorId" = ANY(${named.map(({ id }) => id)}::uuid[])`;
}

async function atTarget(target: string): Promise<Prisma.Sql> {
  if (isUuid(target)) return Prisma.sql`a."targetId" = ${target}::uuid`;
  const has = (column: Prisma.Sql) => Prisma.sql`position(lower(${target}) in lower(${column})) > 0`;
  const titled = has(Prisma.sql`title`);
  const named = has(Prisma.sql`name`);
  const found = await db().$queryRaw<{ id: string }[]>`
    (SELECT id FROM "User" WHERE ${has(Prisma.sql`email`)} OR ${named} LIMIT ${MOST_NAMED})
    UNION ALL (SELECT id FROM "Workspace" WHERE ${named} LIMIT ${MOST_NAMED})
    UNION ALL (SELECT id FROM "Show" WHERE ${titled} OR slug = lower(${target}) LIMIT ${MOST_NAMED})
    UNION ALL (SELECT id FROM "Episode" WHERE ${titled} LIMIT ${MOST_NAMED})
    UNION ALL (SELECT id FROM "Plan" WHERE ${named} LIMIT ${MOST_NAMED})
    UNION ALL (SELECT id FROM "ApiToken" WHERE ${named} LIMIT ${MOST_NAMED})
    UNION ALL (SELECT id FROM "Media" WHERE ${has(Prisma.sql`filename`)} LIMIT ${MOST_NAMED})`;
  const ids = found.map(({ id }) => id);
  // With the type the index on targets can be used.
  return Prisma.sql`(a."targetType" IN ('user', 'workspace', 'show', 'episode', 'plan', 'token', 'media')
    AND a."targetId" = ANY(${ids}::uuid[]))`;
}
