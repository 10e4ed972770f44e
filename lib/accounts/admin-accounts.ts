import type { HouseAdmin } from "@/lib/accounts/actor";
import { db } from "@/lib/platform/db";
import { mailLeaves } from "@/lib/platform/mail";
import { isUuid } from "@/lib/platform/uuid";
import { Prisma, type User } from "@/prisma/generated/client";

export const ACCOUNTS_PER_PAGE = 50;

export const accountFilters = ["active", "suspended", "closed", "unverified", "admins", "factor"] as const;
export type AccountFilter = (typeof accountFilters)[number];

/** Whether an address is verified here at all: not where no mail leaves the house. */
export const asksToVerify = (): boolean => mailLeaves();

export const accountOrders = ["newest", "name", "stored", "seen"] as const;
export type AccountOrder = (typeof accountOrders)[number];

export type AccountQuestion = {
  /** part of an address or a name, whatever its case; empty: all */
  search: string;
  filter: AccountFilter | null;
  order: AccountOrder;
  reversed: boolean;
  /** from 1 */
  page: number;
};

export type AccountLine = {
  id: string;
  email: string;
  name: string;
  isHouseAdmin: boolean;
  emailVerifiedAt: Date | null;
  suspendedAt: Date | null;
  closedAt: Date | null;
  createdAt: Date;
  seenAt: Date | null;
  /** of the workspaces that they own */
  bytes: bigint;
  shows: number;
};

export type AccountTable = {
  lines: AccountLine[];
  /** those that the search finds, in all and by filter */
  counts: Record<AccountFilter | "all", number>;
  /** those on all pages */
  total: number;
};

/**
 * One page of all accounts. Newest, last seen and most stored begin with the most, names with A; `reversed` turns the
 * whole round. A page beyond the last is empty.
 */
export async function listAccounts(_: HouseAdmin, question: AccountQuestion): Promise<AccountTable> {
  const { search, filter, order, reversed, page } = question;
  const found = matching(search);
  const { by, join } = orders[order];
  const [counts, lines] = await Promise.all([
    countByFilter(found),
    db().$queryRaw<AccountLine[]>`
      SELECT u.id, u.email, u.name, u."isHouseAdmin", u."emailVerifiedAt", u."suspendedAt", u."closedAt", u."createdAt",
        (SELECT max(s."lastUsedAt") FROM "Session" s WHERE s."userId" = u.id) AS "seenAt",
        coalesce(owned.bytes, 0)::bigint AS bytes, coalesce(owned.shows, 0)::int AS shows
      FROM unnest(ARRAY(
        SELECT u.id FROM "User" u ${join} WHERE ${found} AND ${filter ? filters[filter] : Prisma.sql`TRUE`}
        ORDER BY ${reversed ? by.reversed : by.usual}
        LIMIT ${ACCOUNTS_PER_PAGE} OFFSET ${(page - 1) * ACCOUNTS_PER_PAGE}
      )) WITH ORDINALITY AS page(id, place) JOIN "User" u ON u.id = page.id LEFT JOIN LATERAL (
        SELECT sum(w."bytesStored") AS bytes,
          sum((SELECT count(*) FROM "Show" s WHERE s."workspaceId" = w.id AND s."deletedAt" IS NULL)) AS shows
        FROM "Membership" m JOIN "Workspace" w ON w.id = m."workspaceId"
        WHERE m."userId" = u.id AND m.role = 'owner') owned ON TRUE
      ORDER BY page.place`,
  ]);
  return { lines, counts, total: counts[filter ?? "all"] };
}

/** A user's row without what is secret in it. */
export type Account = Omit<User, "passwordHash" | "totpSecret">;

/** Whoever has this id, closed and suspended ones too. */
export async function findAccount(_: HouseAdmin, id: string): Promise<Account | null> {
  return isUuid(id) ? db().user.findUnique({ where: { id }, omit: { passwordHash: true, totpSecret: true } }) : null;
}

type Order = { by: Record<"usual" | "reversed", Prisma.Sql>; join: Prisma.Sql };

// The id is last in each: two of the same name stay apart from page to page.
const orders: Record<AccountOrder, Order> = {
  newest: {
    by: {
      usual: Prisma.sql`u."createdAt" DESC, u.id DESC`,
      reversed: Prisma.sql`u."createdAt" ASC, u.id ASC`,
    },
    join: Prisma.empty,
  },
  name: {
    by: {
      usual: Prisma.sql`lower(u.name) ASC, u.id ASC`,
      reversed: Prisma.sql`lower(u.name) DESC, u.id DESC`,
    },
    join: Prisma.empty,
  },
  stored: {
    by: {
      usual: Prisma.sql`sizes.bytes DESC NULLS LAST, u.id DESC`,
      reversed: Prisma.sql`sizes.bytes ASC NULLS FIRST, u.id ASC`,
    },
    join: Prisma.sql`LEFT JOIN (
      SELECT m."userId", sum(w."bytesStored") AS bytes FROM "Membership" m JOIN "Workspace" w ON w.id = m."workspaceId"
      WHERE m.role = 'owner' GROUP BY 1) sizes ON sizes."userId" = u.id`,
  },
  seen: {
    by: {
      usual: Prisma.sql`seen.at DESC NULLS LAST, u.id DESC`,
      reversed: Prisma.sql`seen.at ASC NULLS FIRST, u.id ASC`,
    },
    join: Prisma.sql`LEFT JOIN (
      SELECT "userId", max("lastUsedAt") AS at FROM "Session" GROUP BY 1) seen ON seen."userId" = u.id`,
  },
};

const filters: Record<AccountFilter, Prisma.Sql> = {
  active: Prisma.sql`(u."suspendedAt" IS NULL AND u."closedAt" IS NULL)`,
  suspended: Prisma.sql`u."suspendedAt" IS NOT NULL`,
  closed: Prisma.sql`u."closedAt" IS NOT NULL`,
  unverified: Prisma.sql`(u."emailVerifiedAt" IS NULL AND u."suspendedAt" IS NULL AND u."closedAt" IS NULL)`,
  admins: Prisma.sql`u."isHouseAdmin"`,
  factor: Prisma.sql`u."totpEnabledAt" IS NOT NULL`,
};

/** `position` knows no wildcards: a "%" is found as it stands. */
const matching = (search: string): Prisma.Sql =>
  search
    ? Prisma.sql`(position(lower(${search}) in u.email) > 0 OR position(lower(${search}) in lower(u.name)) > 0)`
    : Prisma.sql`TRUE`;

async function countByFilter(found: Prisma.Sql): Promise<AccountTable["counts"]> {
  const [counts] = await db().$queryRaw<AccountTable["counts"][]>`
    SELECT count(*)::int AS all,
      count(*) FILTER (WHERE ${filters.active})::int AS active,
      count(*) FILTER (WHERE ${filters.suspended})::int AS suspended,
      count(*) FILTER (WHERE ${filters.closed})::int AS closed,
      count(*) FILTER (WHERE ${filters.unverified})::int AS unverified,
      count(*) FILTER (WHERE ${filters.admins})::int AS admins,
      count(*) FILTER (WHERE ${filters.factor})::int AS factor
    FROM "User" u WHERE ${found}`;
  return counts ?? { all: 0, active: 0, suspended: 0, closed: 0, unverified: 0, admins: 0, factor: 0 };
}
