import { type EpisodeFields, fieldsOf } from "@/lib/episodes/fields";
import { changedFields } from "@/lib/episodes/merge";
import type { Tx } from "@/lib/platform/db";
import type { Episode } from "@/prisma/generated/client";

const FOLD_MS = 5 * 60_000;

type Save = { before: Episode | null; after: Episode; actorId: string; now: Date; fold: boolean };

/**
 * Keeps what a save wrote, in its transaction. With `fold`, saves that one person makes within the same five minutes of
 * the clock, and nobody else between, are kept as one: the last.
 */
export async function keepRevision(tx: Tx, { before, after, actorId, now, fold }: Save): Promise<void> {
  if (before && changedFields(before, after).length === 0) return;
  const latest = await latestRevision(tx, after.id);
  const revision = { version: after.version, at: now, actorId, fields: fieldsOf(after) };
  if (fold && latest?.actorId === actorId && sameStretch(latest.at, now)) {
    await tx.episodeRevision.update({ where: { id: latest.id }, data: revision });
    return;
  }
  if (before && !latest) await tx.episodeRevision.create({ data: beginning(before) });
  await tx.episodeRevision.create({ data: { ...revision, episodeId: after.id } });
}

/** How an episode was before its history was kept. */
const beginning = (episode: Episode) => ({
  ...{ episodeId: episode.id, version: episode.version, at: episode.updatedAt },
  fields: fieldsOf(episode) satisfies EpisodeFields,
});

const latestRevision = (tx: Tx, episodeId: string) =>
  tx.episodeRevision.findFirst({
    where: { episodeId },
    orderBy: { version: "desc" },
    select: { id: true, actorId: true, at: true },
  });

const sameStretch = (a: Date, b: Date) => Math.floor(a.getTime() / FOLD_MS) === Math.floor(b.getTime() / FOLD_MS);
