import type { HouseAdmin } from "@/lib/accounts/actor";
import { db } from "@/lib/platform/db";
import { isUuid } from "@/lib/platform/uuid";
import { Prisma } from "@/prisma/generated/client";

export const WORKSPACES_PER_PAGE = 50;

export const workspaceFilters = ["full", "own", "hidden"] as const;
export type WorkspaceFilter = (typeof workspaceFilters)[number];

export const workspaceOrders = ["size", "newest", "name"] as const;
export type WorkspaceOrder = (typeof workspaceOrders)[number];

export type WorkspaceQuestion = {
  /** part of its name, or of a member's address; empty: all */
  search: string;
  /** the plan's id */
  plan: string | null;
  /** nearly full or more; with sizes of its own beside the plan; hidden */
  filter: WorkspaceFilter | null;
  order: WorkspaceOrder;
  reversed: boolean;
  /** from 1 */
  page: number;
};

export type WorkspaceLine = {
  id: string;
  name: string;
  plan: string;
  bytes: bigint;
  maxBytes: bigint;
  hiddenAt: Date | null;
  createdAt: Date;
  members: number;
  shows: number;
  /** the one who has been it longest */
  owner: string | null;
};

export type WorkspaceTable = {
  lines: WorkspaceLine[];
  /** those that search and plan find, in all and by filter */
  counts: Record<WorkspaceFilter | "all", number>;
  /** those on all pages */
  total: number;
};

/** One page of all workspaces. The fullest and the newest first, names from A; `reversed` turns the whole round. */
export async function listWorkspaces(_: HouseAdmin, question: WorkspaceQuestion): Promise<WorkspaceTable> {
  const { filter, order, reversed, page } = question;
  const found = matching(question);
  const [counts, lines] = await Promise.all([
    countByFilter(found),
    db().$queryRaw<WorkspaceLine[]>`
      SELECT w.id, w.name, p.name AS plan, ${BYTES} AS bytes, ${MAX} AS "maxBytes", w."hiddenAt", w."createdAt",
        (SELECT count(*)::int FROM "Membership" m WHERE m."workspaceId" = w.id) AS members,
        (SELECT count(*)::int FROM "Show" s WHERE s."workspaceId" = w.id AND s."deletedAt" IS NULL) AS shows,
        (SELECT u.email FROM "Membership" m JOIN "User" u ON u.id = m."userId"
          WHERE m."workspaceId" = w.id AND m.role = 'owner' ORDER BY m."createdAt", u.id LIMIT 1) AS owner
      FROM unnest(ARRAY(
        SELECT w.id FROM "Workspace" w JOIN "Plan" p ON p.id = w."planId"
        WHERE ${found} AND ${filter ? filters[filter] : Prisma.sql`TRUE`}
        ORDER BY ${orders[order][reversed ? "reversed" : "usual"]}
        LIMIT ${WORKSPACES_PER_PAGE} OFFSET ${(page - 1) * WORKSPACES_PER_PAGE}
      )) WITH ORDINALITY AS page(id, place) JOIN "Workspace" w ON w.id = page.id JOIN "Plan" p ON p.id = w."planId"
      ORDER BY page.place`,
  ]);
  return { lines, counts, total: counts[filter ?? "all"] };
}

/** How many of its shows the page of a workspace names. */
const SHOWS_NAMED = 50;

/** One workspace with its plan, its members (owners first) and the first of its shows; null when there is none. */
export async function findWorkspace(_: HouseAdmin, id: string) {
  if (!isUuid(id)) return null;
  return db().workspace.findUnique({
    where: { id },
    include: {
      plan: true,
      memberships: {
        select: {
          role: true,
          limited: true,
          user: { select: { id: true, name: true, email: true, suspendedAt: true } },
        },
        orderBy: [{ role: "desc" }, { createdAt: "asc" }],
      },
      shows: {
        where: { deletedAt: null },
        select: {
          id: true,
          slug: true,
          title: true,
          language: true,
          _count: { select: { episodes: { where: { deletedAt: null } } } },
        },
        orderBy: { title: "asc" },
        take: SHOWS_NAMED,
      },
      _count: { select: { shows: { where: { deletedAt: null } } } },
    },
  });
}

export type FullWorkspace = NonNullable<Awaited<ReturnType<typeof findWorkspace>>>;

const BYTES = Prisma.sql`(w."bytesStored" + w."bytesReserved")`;
const MAX = Prisma.sql`coalesce(w."maxBytes", p."maxBytes")`;

// The id is last in each: two of the same name stay apart from page to page.
const orders: Record<WorkspaceOrder, Record<"usual" | "reversed", Prisma.Sql>> = {
  size: {
    usual: Prisma.sql`${BYTES} DESC, w.id DESC`,
    reversed: Prisma.sql`${BYTES} ASC, w.id ASC`,
  },
  newest: {
    usual: Prisma.sql`w."createdAt" DESC, w.id DESC`,
    reversed: Prisma.sql`w."createdAt" ASC, w.id ASC`,
  },
  name: {
    usual: Prisma.sql`lower(w.name) ASC, w.id ASC`,
    reversed: Prisma.sql`lower(w.name) DESC, w.id DESC`,
  },
};

const filters: Record<WorkspaceFilter, Prisma.Sql> = {
  full: Prisma.sql`${BYTES} > 0.9 * ${MAX}`,
  own: Prisma.sql`(w."maxBytes" IS NOT NULL OR w."maxFileBytes" IS NOT NULL)`,
  hidden: Prisma.sql`w."hiddenAt" IS NOT NULL`,
};

/** `position` knows no wildcards: a "%" is found as it stands. */
function matching({ search, plan }: WorkspaceQuestion): Prisma.Sql {
  const onPlan = plan && isUuid(plan) ? Prisma.sql`w."planId" = ${plan}::uuid` : Prisma.sql`TRUE`;
  if (!search) return onPlan;
  return Prisma.sql`${onPlan} AND (position(lower(${search}) in lower(w.name)) > 0 OR w.id IN (
    SELECT m."workspaceId" FROM "Membership" m JOIN "User" u ON u.id = m."userId"
    WHERE position(lower(${search}) in u.email) > 0))`;
}

async function countByFilter(found: Prisma.Sql): Promise<WorkspaceTable["counts"]> {
  const [counts] = await db().$queryRaw<WorkspaceTable["counts"][]>`
    SELECT count(*)::int AS all, count(*) FILTER (WHERE ${filters.full})::int AS full,
      count(*) FILTER (WHERE ${filters.own})::int AS own, count(*) FILTER (WHERE ${filters.hidden})::int AS hidden
    FROM "Workspace" w JOIN "Plan" p ON p.id = w."planId" WHERE ${found}`;
  return counts ?? { all: 0, full: 0, own: 0, hidden: 0 };
}
