import { type EpisodeFields, fieldsOf } from "@/lib/episodes/fields";
import { changedFields } from "@/lib/episodes/merge";
import type { Tx } from "@/lib/platform/db";
import type { Episode, EpisodeRevision } from "@/prisma/generated/client";

const STRETCH_MS = 5 * 60_000;

/** Fewer letters may go in passing; more are worth a version of their own to come back to. */
const FEW = 40;

type Save = { before: Episode | null; after: Episode; actorId: string; now: Date; fold: boolean };

/**
 * Keeps what a save wrote, in its transaction. With `fold`, saves that one person makes within the same five minutes of
 * the clock are kept as one, the last: if nobody else saved between and hardly anything of it was taken away.
 */
export async function keepRevision(tx: Tx, { before, after, actorId, now, fold }: Save): Promise<void> {
  if (before && changedFields(before, after).length === 0) return;
  const { id: episodeId, version } = after;
  const latest = await tx.episodeRevision.findFirst({ where: { episodeId }, orderBy: { version: "desc" } });
  const revision = { version, at: now, actorId, fields: fieldsOf(after) };
  if (fold && latest?.actorId === actorId && goesOn(latest, after, now)) {
    await tx.episodeRevision.update({ where: { id: latest.id }, data: revision });
    return;
  }
  if (before && !latest) await tx.episodeRevision.create({ data: beginning(before) });
  await tx.episodeRevision.create({ data: { ...revision, episodeId } });
}

/** How an episode was before its history was kept. */
const beginning = (episode: Episode) => ({
  ...{ episodeId: episode.id, version: episode.version, at: episode.updatedAt },
  fields: fieldsOf(episode),
});

/** The first version stays what it was. */
function goesOn({ version, at, fields }: EpisodeRevision, after: Episode, now: Date): boolean {
  const { title, notes } = fields as EpisodeFields;
  const lost = Math.max(title.length - after.title.length, notes.length - after.notes.length);
  return version > 1 && stretchOf(at) === stretchOf(now) && lost < FEW;
}

const stretchOf = (at: Date) => Math.floor(at.getTime() / STRETCH_MS);
