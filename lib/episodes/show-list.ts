import type { Actor } from "@/lib/accounts/actor";
import { showReachableBy } from "@/lib/accounts/queries";
import { artworkAddress } from "@/lib/media/addresses";
import { db } from "@/lib/platform/db";
import { type Blocker, showBlockers } from "@/lib/shows/policy";
import type { ShowWithArtwork } from "@/lib/shows/queries";

const PAGE_SIZE = 50;

export type ShowLine = {
  id: string;
  slug: string;
  title: string;
  language: string;
  workspace: string;
  artworkUrl: string | null;
  /** what keeps its feed from answering; empty: nothing */
  blockers: Blocker[];
  /** whose day has come; what a house admin took down is among them, as in the show's own list */
  published: number;
  scheduled: number;
  /** drafts, and what was unpublished */
  drafts: number;
  /** the newest that is on the air */
  latest: { title: string; publishAt: Date } | null;
};

type Counts = { showId: string; published: number; scheduled: number; drafts: number };
type Latest = { showId: string; title: string; publishAt: Date };

/** One page of the actor's shows by title, with what is in them; `total` counts those on all pages. */
export async function listShowLines(
  actor: Actor,
  { page }: { page: number },
  now: Date,
): Promise<{ lines: ShowLine[]; total: number; pages: number }> {
  const where = { deletedAt: null, ...showReachableBy(actor, "analyst") };
  const [total, shows] = await Promise.all([
    db().show.count({ where }),
    db().show.findMany({
      where,
      orderBy: [{ title: "asc" }, { id: "asc" }],
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
      include: { artwork: true, workspace: { select: { name: true } } },
    }),
  ]);
  const ids = shows.map(({ id }) => id);
  const [counts, latest] = await Promise.all([countEpisodes(ids, now), latestEpisodes(ids, now)]);
  const lines = shows.map((show) => asLine(show, counts.get(show.id), latest.get(show.id)));
  return { lines, total, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
}

async function countEpisodes(showIds: string[], now: Date): Promise<Map<string, Counts>> {
  const rows = await db().$queryRaw<Counts[]>`
    SELECT "showId", count(*) FILTER (WHERE "publishAt" <= ${now})::int AS published,
      count(*) FILTER (WHERE "publishAt" > ${now})::int AS scheduled,
      count(*) FILTER (WHERE "publishAt" IS NULL)::int AS drafts
    FROM "Episode" WHERE "showId" = ANY(${showIds}::uuid[]) AND "deletedAt" IS NULL GROUP BY "showId"`;
  return new Map(rows.map((row) => [row.showId, row]));
}

/** One step into the index for each show, however many episodes it has. */
async function latestEpisodes(showIds: string[], now: Date): Promise<Map<string, Latest>> {
  const rows = await db().$queryRaw<Latest[]>`
    SELECT s.id AS "showId", e.title, e."publishAt" FROM unnest(${showIds}::uuid[]) s(id), LATERAL (
      SELECT title, "publishAt" FROM "Episode" WHERE "showId" = s.id AND "publishAt" <= ${now} AND "deletedAt" IS NULL
        AND "takenDownAt" IS NULL
      ORDER BY "publishAt" DESC LIMIT 1) e`;
  return new Map(rows.map((row) => [row.showId, row]));
}

function asLine(
  show: ShowWithArtwork & { workspace: { name: string } },
  { published, scheduled, drafts } = { published: 0, scheduled: 0, drafts: 0 } as Counts,
  latest?: Latest,
): ShowLine {
  const { id, slug, title, language, artwork } = show;
  return {
    ...{ id, slug, title, language, published, scheduled, drafts },
    workspace: show.workspace.name,
    artworkUrl: artwork && artworkAddress(artwork),
    blockers: showBlockers(show),
    latest: latest ? { title: latest.title, publishAt: latest.publishAt } : null,
  };
}
