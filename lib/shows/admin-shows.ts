import type { HouseAdmin } from "@/lib/accounts/actor";
import { db } from "@/lib/platform/db";
import { isUuid } from "@/lib/platform/uuid";
import { Prisma } from "@/prisma/generated/client";

export const SHOWS_PER_PAGE = 50;

export const showFilters = ["air", "incomplete", "takenDown", "deleted"] as const;
export type ShowFilter = (typeof showFilters)[number];

export const showOrders = ["newest", "title", "workspace"] as const;
export type ShowOrder = (typeof showOrders)[number];

export type ShowQuestion = {
  /** part of its title, its address or its workspace's name; empty: all */
  search: string;
  /** complete and with something published; without description or artwork; off the air by the house; deleted */
  filter: ShowFilter | null;
  order: ShowOrder;
  reversed: boolean;
  /** from 1 */
  page: number;
};

export type HouseShowLine = {
  id: string;
  slug: string;
  title: string;
  language: string;
  workspaceId: string;
  workspace: string;
  createdAt: Date;
  takenDownAt: Date | null;
  deletedAt: Date | null;
  complete: boolean;
  episodes: number;
  published: number;
};

export type ShowTable = {
  lines: HouseShowLine[];
  /** those that the search finds, in all and by filter */
  counts: Record<ShowFilter | "all", number>;
  /** those on all pages */
  total: number;
};

/** One page of the shows of the whole house. The newest first, names from A; `reversed` turns the whole round. */
export async function listHouseShows(_: HouseAdmin, question: ShowQuestion, now: Date): Promise<ShowTable> {
  const { search, filter, order, reversed, page } = question;
  const found = matching(search);
  const [counts, lines] = await Promise.all([
    countByFilter(found, now),
    db().$queryRaw<HouseShowLine[]>`
      SELECT s.id, s.slug, s.title, s.language, s."workspaceId", w.name AS workspace, s."createdAt", s."takenDownAt",
        s."deletedAt", ${COMPLETE} AS complete, c.episodes, c.published
      FROM unnest(ARRAY(
        SELECT s.id FROM "Show" s JOIN "Workspace" w ON w.id = s."workspaceId"
        WHERE ${found} AND ${filter ? conditions(now)[filter] : Prisma.sql`TRUE`}
        ORDER BY ${orders[order][reversed ? "reversed" : "usual"]}
        LIMIT ${SHOWS_PER_PAGE} OFFSET ${(page - 1) * SHOWS_PER_PAGE}
      )) WITH ORDINALITY AS page(id, place) JOIN "Show" s ON s.id = page.id JOIN "Workspace" w ON w.id = s."workspaceId",
      LATERAL (
        SELECT count(*)::int AS episodes, count(*) FILTER (WHERE "publishAt" <= ${now})::int AS published
        FROM "Episode" WHERE "showId" = s.id AND "deletedAt" IS NULL) c
      ORDER BY page.place`,
  ]);
  return { lines, counts, total: counts[filter ?? "all"] };
}

const COMPLETE = Prisma.sql`(s.description <> '' AND s."artworkId" IS NOT NULL)`;

// The id is last in each: two of the same name stay apart from page to page. Ids are made in the order of time.
const orders: Record<ShowOrder, Record<"usual" | "reversed", Prisma.Sql>> = {
  newest: { usual: Prisma.sql`s.id DESC`, reversed: Prisma.sql`s.id ASC` },
  title: {
    usual: Prisma.sql`lower(s.title) ASC, s.id ASC`,
    reversed: Prisma.sql`lower(s.title) DESC, s.id DESC`,
  },
  workspace: {
    usual: Prisma.sql`lower(w.name) ASC, lower(s.title) ASC, s.id ASC`,
    reversed: Prisma.sql`lower(w.name) DESC, lower(s.title) DESC, s.id DESC`,
  },
};

/** `position` knows no wildcards: a "%" in a title is found as it stands. */
function matching(search: string): Prisma.Sql {
  if (!search) return Prisma.sql`TRUE`;
  return Prisma.sql`(position(lower(${search}) in lower(s.title)) > 0 OR position(lower(${search}) in s.slug) > 0
    OR position(lower(${search}) in lower(w.name)) > 0)`;
}

function conditions(now: Date): Record<ShowFilter, Prisma.Sql> {
  const there = Prisma.sql`s."deletedAt" IS NULL AND s."takenDownAt" IS NULL`;
  return {
    air: Prisma.sql`${there} AND ${COMPLETE} AND EXISTS (
      SELECT 1 FROM "Episode" e WHERE e."showId" = s.id AND e."publishAt" <= ${now} AND e."deletedAt" IS NULL)`,
    incomplete: Prisma.sql`${there} AND NOT ${COMPLETE}`,
    takenDown: Prisma.sql`s."takenDownAt" IS NOT NULL AND s."deletedAt" IS NULL`,
    deleted: Prisma.sql`s."deletedAt" IS NOT NULL`,
  };
}

async function countByFilter(found: Prisma.Sql, now: Date): Promise<ShowTable["counts"]> {
  const { air, incomplete, takenDown, deleted } = conditions(now);
  const [counts] = await db().$queryRaw<ShowTable["counts"][]>`
    SELECT count(*)::int AS "all", count(*) FILTER (WHERE ${air})::int AS air,
      count(*) FILTER (WHERE ${incomplete})::int AS incomplete,
      count(*) FILTER (WHERE ${takenDown})::int AS "takenDown", count(*) FILTER (WHERE ${deleted})::int AS deleted
    FROM "Show" s JOIN "Workspace" w ON w.id = s."workspaceId" WHERE ${found}`;
  return counts ?? { all: 0, air: 0, incomplete: 0, takenDown: 0, deleted: 0 };
}

/** A show for the house admin, deleted or not, with what is known about it. */
export async function findHouseShow(_: HouseAdmin, id: string, now: Date) {
  if (!isUuid(id)) return null;
  const show = await db().show.findUnique({
    where: { id },
    include: {
      artwork: true,
      workspace: {
        include: {
          memberships: {
            where: { role: "owner" },
            include: { user: { select: { id: true, name: true, email: true } } },
            orderBy: { createdAt: "asc" },
          },
        },
      },
    },
  });
  if (!show) return null;
  const [episodes, published, stored] = await Promise.all([
    db().episode.count({ where: { showId: id, deletedAt: null } }),
    db().episode.count({ where: { showId: id, deletedAt: null, publishAt: { lte: now } } }),
    db().media.aggregate({ where: { showId: id }, _sum: { bytes: true } }),
  ]);
  const owners = show.workspace.memberships.map(({ user }) => user);
  return { ...show, owners, episodes, published, bytes: stored._sum.bytes ?? 0n };
}

export type HouseShow = NonNullable<Awaited<ReturnType<typeof findHouseShow>>>;
