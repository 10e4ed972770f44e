import type { Granted } from "@/lib/accounts/actor";
import type { EpisodeFields, FieldName } from "@/lib/episodes/fields";
import { fieldsOf } from "@/lib/episodes/fields";
import { changedFields } from "@/lib/episodes/merge";
import type { FullEpisode } from "@/lib/episodes/queries";
import { db } from "@/lib/platform/db";
import type { EpisodeRevision } from "@/prisma/generated/client";

const PAGE = 30;

type Saved = { version: number; at: Date; by: string };

/** A save in the list: `changed` against the one before it; the first one began the episode. */
export type RevisionLine = Saved & { changed: FieldName[]; first: boolean };

/** A save with all that it wrote, and what was there before; null before the first. */
export type Revision = Saved & { fields: EpisodeFields; before: EpisodeFields | null };

/** What an open editor is told of the episode as it is now; `by` is null where no save is known. */
export type Snapshot = { version: number; fields: EpisodeFields; by: { id: string | null; name: string } | null };

type Found = Granted<FullEpisode, "analyst">;

/** The saves, latest first; `before` is the version of the last one seen. */
export async function listRevisions(episode: Found, before: number | null): Promise<RevisionLine[]> {
  const rows = await db().episodeRevision.findMany({
    where: { episodeId: episode.id, ...(before !== null && { version: { lt: before } }) },
    orderBy: { version: "desc" },
    take: PAGE + 1,
  });
  const nameOf = await namesOf(rows);
  return rows.slice(0, PAGE).map((row, index) => {
    const earlier = rows[index + 1];
    const changed = earlier ? changedFields(contentsOf(earlier), contentsOf(row)) : [];
    return { version: row.version, at: row.at, by: nameOf(row.actorId), changed, first: !earlier };
  });
}

export async function findRevision(episode: Found, version: number): Promise<Revision | null> {
  const [row, earlier] = await db().episodeRevision.findMany({
    where: { episodeId: episode.id, version: { lte: version } },
    orderBy: { version: "desc" },
    take: 2,
  });
  if (row?.version !== version) return null;
  const by = (await namesOf([row]))(row.actorId);
  return { version, at: row.at, by, fields: contentsOf(row), before: earlier ? contentsOf(earlier) : null };
}

/** The episode as it is now, and who saved it last. */
export async function snapshotOf(episode: FullEpisode): Promise<Snapshot> {
  const { id: episodeId, version } = episode;
  const last = await db().episodeRevision.findFirst({ where: { episodeId }, orderBy: { version: "desc" } });
  const by = last && { id: last.actorId, name: (await namesOf([last]))(last.actorId) };
  return { version, fields: fieldsOf(episode), by };
}

const contentsOf = ({ fields }: Pick<EpisodeRevision, "fields">) => fields as EpisodeFields;

/** What people are called now. An account that was erased has no name any more. */
async function namesOf(rows: Pick<EpisodeRevision, "actorId">[]): Promise<(id: string | null) => string> {
  const ids = rows.flatMap(({ actorId }) => actorId ?? []);
  const users = await db().user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? "The house" : (names.get(id) ?? "Somebody who left"));
}
