import type { HouseAdmin } from "@/lib/accounts/actor";
import { type EpisodeState, episodeState } from "@/lib/episodes/state";
import { db } from "@/lib/platform/db";
import { isUuid } from "@/lib/platform/uuid";
import { Prisma } from "@/prisma/generated/client";

export const EPISODES_PER_PAGE = 50;

export const episodeFilters = ["air", "scheduled", "incomplete", "takenDown", "deleted"] as const;
export type EpisodeFilter = (typeof episodeFilters)[number];

export const episodeOrders = ["newest", "published", "title"] as const;
export type HouseEpisodeOrder = (typeof episodeOrders)[number];

export type HouseEpisodeQuestion = {
  /** part of its title or of its show's, or the show's address; empty: all */
  search: string;
  /** published; scheduled; without audio that is ready; off the air by the house; deleted */
  filter: EpisodeFilter | null;
  order: HouseEpisodeOrder;
  reversed: boolean;
  /** from 1 */
  page: number;
};

type Row = {
  id: string;
  title: string;
  publishAt: Date | null;
  unpublishedAt: Date | null;
  createdAt: Date;
  takenDownAt: Date | null;
  deletedAt: Date | null;
  showId: string;
  show: string;
  language: string;
  showTakenDownAt: Date | null;
  showDeletedAt: Date | null;
  workspace: string;
};

export type HouseEpisodeLine = Row & { state: EpisodeState };

export type HouseEpisodeTable = {
  lines: HouseEpisodeLine[];
  counts: Record<EpisodeFilter | "all", number>;
  total: number;
};

/** One page of the episodes of the whole house. The newest first, titles from A; `reversed` turns the whole round. */
export async function listHouseEpisodes(
  _: HouseAdmin,
  question: HouseEpisodeQuestion,
  now: Date,
): Promise<HouseEpisodeTable> {
  const { search, filter, order, reversed, page } = question;
  const found = matching(search);
  const by = orders[order][reversed ? "reversed" : "usual"];
  const [counts, rows] = await Promise.all([
    countByFilter(found, now),
    db().$queryRaw<Row[]>`
      WITH page AS (
        SELECT e.id FROM "Episode" e WHERE ${found} AND ${filter ? conditions(now)[filter] : Prisma.sql`TRUE`}
        ORDER BY ${by} LIMIT ${EPISODES_PER_PAGE} OFFSET ${(page - 1) * EPISODES_PER_PAGE})
      SELECT e.id, e.title, e."publishAt", e."unpublishedAt", e."createdAt", e."takenDownAt", e."deletedAt",
        s.id AS "showId", s.title AS show, s.language, s."takenDownAt" AS "showTakenDownAt",
        s."deletedAt" AS "showDeletedAt", w.name AS workspace
      FROM page JOIN "Episode" e ON e.id = page.id JOIN "Show" s ON s.id = e."showId"
        JOIN "Workspace" w ON w.id = s."workspaceId"
      ORDER BY ${by}`,
  ]);
  const lines = rows.map((row) => ({ ...row, state: episodeState(row, now) }));
  return { lines, counts, total: counts[filter ?? "all"] };
}

// Ids are made in the order of time.
const orders: Record<HouseEpisodeOrder, Record<"usual" | "reversed", Prisma.Sql>> = {
  newest: { usual: Prisma.sql`e.id DESC`, reversed: Prisma.sql`e.id ASC` },
  published: {
    usual: Prisma.sql`e."publishAt" DESC NULLS LAST, e.id DESC`,
    reversed: Prisma.sql`e."publishAt" ASC NULLS LAST, e.id ASC`,
  },
  title: {
    usual: Prisma.sql`lower(e.title) ASC, e.id ASC`,
    reversed: Prisma.sql`lower(e.title) DESC, e.id DESC`,
  },
};

/** `position` knows no wildcards: a "%" in a title is found as it stands. */
function matching(search: string): Prisma.Sql {
  if (!search) return Prisma.sql`TRUE`;
  return Prisma.sql`(position(lower(${search}) in lower(e.title)) > 0 OR e."showId" IN (
    SELECT s.id FROM "Show" s WHERE position(lower(${search}) in lower(s.title)) > 0 OR s.slug = lower(${search})))`;
}

function conditions(now: Date): Record<EpisodeFilter, Prisma.Sql> {
  const there = Prisma.sql`e."deletedAt" IS NULL AND e."takenDownAt" IS NULL`;
  return {
    air: Prisma.sql`${there} AND e."publishAt" <= ${now}`,
    scheduled: Prisma.sql`${there} AND e."publishAt" > ${now}`,
    incomplete: Prisma.sql`${there} AND e."audioId" IS NULL`,
    takenDown: Prisma.sql`e."takenDownAt" IS NOT NULL AND e."deletedAt" IS NULL`,
    deleted: Prisma.sql`e."deletedAt" IS NOT NULL`,
  };
}

async function countByFilter(found: Prisma.Sql, now: Date): Promise<HouseEpisodeTable["counts"]> {
  const { air, scheduled, incomplete, takenDown, deleted } = conditions(now);
  const [counts] = await db().$queryRaw<HouseEpisodeTable["counts"][]>`
    SELECT count(*)::int AS "all", count(*) FILTER (WHERE ${air})::int AS air,
      count(*) FILTER (WHERE ${scheduled})::int AS scheduled, count(*) FILTER (WHERE ${incomplete})::int AS incomplete,
      count(*) FILTER (WHERE ${takenDown})::int AS "takenDown", count(*) FILTER (WHERE ${deleted})::int AS deleted
    FROM "Episode" e WHERE ${found}`;
  return counts ?? { all: 0, air: 0, scheduled: 0, incomplete: 0, takenDown: 0, deleted: 0 };
}

/** An episode for the house admin, deleted or not, with its show. */
export async function findHouseEpisode(_: HouseAdmin, id: string) {
  if (!isUuid(id)) return null;
  return db().episode.findUnique({
    where: { id },
    include: { show: { include: { workspace: true } }, audio: true, artwork: true },
  });
}

export type HouseEpisode = NonNullable<Awaited<ReturnType<typeof findHouseEpisode>>>;
