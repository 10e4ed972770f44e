import type { Granted } from "@/lib/accounts/actor";
import type { EpisodeState } from "@/lib/episodes/state";
import { episodeState } from "@/lib/episodes/state";
import { audioAddress } from "@/lib/media/addresses";
import { db } from "@/lib/platform/db";
import { episodePage } from "@/lib/shows/addresses";
import { Prisma, type Show } from "@/prisma/generated/client";

export const PAGE_SIZE = 50;

export type EpisodeOrder = "date" | "title" | "number";

export type EpisodeQuestion = {
  /** part of a title, whatever its case; empty: all */
  search: string;
  state: EpisodeState | null;
  order: EpisodeOrder;
  reversed: boolean;
  /** from 1 */
  page: number;
};

export type EpisodeLine = {
  id: string;
  slug: string;
  title: string;
  season: number | null;
  number: number | null;
  state: EpisodeState;
  publishAt: Date | null;
  createdAt: Date;
  /** seconds; null without audio that was measured */
  duration: number | null;
  /** its public page, there once it is published */
  page: string;
  /** the audio's address; null without audio that was measured */
  enclosure: string | null;
};

export type EpisodeTable = {
  lines: EpisodeLine[];
  /** those that the search finds, by state */
  counts: Record<EpisodeState, number>;
  /** those on all pages */
  total: number;
};

type Row = Omit<EpisodeLine, "state" | "page" | "enclosure"> & {
  unpublishedAt: Date | null;
  audioId: string | null;
  extension: string | null;
};

/**
 * One page of a show's episodes as its members see them. By date: what has none (drafts) first, then the latest. By title
 * and number: ascending. `reversed` turns the whole round. A page beyond the last is empty.
 */
export async function listEpisodeTable(
  show: Granted<Show, "analyst">,
  { search, state, order, reversed, page }: EpisodeQuestion,
  now: Date,
): Promise<EpisodeTable> {
  const found = matching(show, search);
  const [counts, rows] = await Promise.all([
    countByState(found, now),
    db().$queryRaw<Row[]>`
      SELECT e.id, e.slug, e.title, e.season, e.number, e."publishAt", e."unpublishedAt", e."createdAt", m.duration,
        m.id AS "audioId", m.extension
      FROM "Episode" e LEFT JOIN "Media" m ON m.id = e."audioId"
      WHERE ${found} AND ${state ? isIn(state, now) : Prisma.sql`TRUE`}
      ORDER BY ${orders[order][reversed ? "reversed" : "usual"]}
      LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`,
  ]);
  const total = state ? counts[state] : Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { lines: rows.map((row) => asLine(show, row, now)), counts, total };
}

// The id is last in each: two of the same date or title stay apart from page to page.
const orders: Record<EpisodeOrder, Record<"usual" | "reversed", Prisma.Sql>> = {
  date: {
    usual: Prisma.sql`e."publishAt" DESC NULLS FIRST, e.id DESC`,
    reversed: Prisma.sql`e."publishAt" ASC NULLS LAST, e.id ASC`,
  },
  title: {
    usual: Prisma.sql`lower(e.title) ASC, e.id ASC`,
    reversed: Prisma.sql`lower(e.title) DESC, e.id DESC`,
  },
  number: {
    usual: Prisma.sql`e.season ASC NULLS LAST, e.number ASC NULLS LAST, e.id ASC`,
    reversed: Prisma.sql`e.season DESC NULLS FIRST, e.number DESC NULLS FIRST, e.id DESC`,
  },
};

/** `position` knows no wildcards: a "%" in a title is found as it stands. */
function matching({ id }: Show, search: string): Prisma.Sql {
  const present = Prisma.sql`e."showId" = ${id}::uuid AND e."deletedAt" IS NULL`;
  return search ? Prisma.sql`${present} AND position(lower(${search}) in lower(e.title)) > 0` : present;
}

/** The same rule as `episodeState`, as a condition on rows. */
function isIn(state: EpisodeState, now: Date): Prisma.Sql {
  const conditions: Record<EpisodeState, Prisma.Sql> = {
    draft: Prisma.sql`e."publishAt" IS NULL AND e."unpublishedAt" IS NULL`,
    unpublished: Prisma.sql`e."publishAt" IS NULL AND e."unpublishedAt" IS NOT NULL`,
    scheduled: Prisma.sql`e."publishAt" > ${now}`,
    published: Prisma.sql`e."publishAt" <= ${now}`,
  };
  return conditions[state];
}

async function countByState(found: Prisma.Sql, now: Date): Promise<EpisodeTable["counts"]> {
  const [counts] = await db().$queryRaw<EpisodeTable["counts"][]>`
    SELECT count(*) FILTER (WHERE ${isIn("draft", now)})::int AS draft,
      count(*) FILTER (WHERE ${isIn("scheduled", now)})::int AS scheduled,
      count(*) FILTER (WHERE ${isIn("published", now)})::int AS published,
      count(*) FILTER (WHERE ${isIn("unpublished", now)})::int AS unpublished
    FROM "Episode" e WHERE ${found}`;
  return counts ?? { draft: 0, scheduled: 0, published: 0, unpublished: 0 };
}

function asLine(show: Show, { unpublishedAt, audioId, extension, ...row }: Row, now: Date): EpisodeLine {
  return {
    ...row,
    state: episodeState({ publishAt: row.publishAt, unpublishedAt }, now),
    page: episodePage(show.slug, row.slug),
    enclosure: audioId && extension ? audioAddress({ id: audioId, extension }) : null,
  };
}
