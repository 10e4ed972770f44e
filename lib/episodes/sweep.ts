import { record } from "@/lib/audit/record";
import { abortUpload } from "@/lib/media/mutations";
import { releaseReserved, releaseStored } from "@/lib/media/quota";
import { db, type Tx } from "@/lib/platform/db";
import { eachStep, stepsFor } from "@/lib/platform/each-step";
import { UNDO_MS } from "@/lib/shows/policy";
import type { Episode, Media, Prisma, Show } from "@/prisma/generated/client";

const job = { actorId: null, via: "job" } as const;

/**
 * Ends what was deleted more than thirty days ago: rows, files, quota. A show's slugs stay taken, so that they answer 410. One that
 * cannot be ended keeps no other from it; throws at the end when there were some.
 */
export async function sweepDeleted(now: Date): Promise<void> {
  const deletedAt = { lte: new Date(now.getTime() - UNDO_MS) };
  const episodes = await db().episode.findMany({ where: { deletedAt }, include: { show: true } });
  const open = await db().upload.findMany({
    where: { state: { in: ["open", "completing"] }, show: { deletedAt } },
    include: { parts: true, media: true },
  });
  const shows = await db().show.findMany({ where: { deletedAt, sweptAt: null } });
  await eachStep({
    ...stepsFor("episode", episodes, (episode) => db().$transaction((tx) => endEpisode(tx, episode, now))),
    ...stepsFor("upload", open, (upload) => abortUpload(upload, job, now)),
    ...stepsFor("show", shows, (show) => db().$transaction((tx) => endShow(tx, show, now), { timeout: 60_000 })),
  });
}

/** Ends files that were replaced: thirty days after their old addresses stopped to answer, their room is given back. */
export async function sweepReplaced(now: Date): Promise<void> {
  const servedUntil = { lte: new Date(now.getTime() - UNDO_MS) };
  const where = { servedUntil, audioOf: null, artworkOf: null, artworkOfShow: null };
  const end = ({ id, workspaceId }: Media) =>
    db().$transaction(async (tx) => {
      await endMedia(tx, { ...where, id }, now);
      await record(tx, { ...job, act: "sweepMedia", target: { type: "media", id }, workspaceId });
    });
  await eachStep(stepsFor("media", await db().media.findMany({ where }), end));
}

async function endEpisode(tx: Tx, { id, show: { workspaceId } }: Episode & { show: Show }, now: Date): Promise<void> {
  await endEpisodes(tx, { id }, now);
  await record(tx, { ...job, act: "sweepEpisode", target: { type: "episode", id }, workspaceId });
}

async function endShow(tx: Tx, show: Show, now: Date): Promise<void> {
  const { id: showId, workspaceId } = show;
  await endEpisodes(tx, { showId }, now);
  const feed = await tx.feed.findUnique({ where: { showId } });
  if (feed) await leave(tx, [feed.key, feed.gzipKey, feed.brotliKey], now);
  await tx.feed.deleteMany({ where: { showId } });
  const unfinished = await tx.upload.findMany({ where: { showId, state: { in: ["open", "completing"] } } });
  for (const { size } of unfinished) await releaseReserved(tx, workspaceId, size);
  await tx.show.update({
    where: { id: showId },
    data: { sweptAt: now, title: "", description: "", author: "", ownerEmail: null, artworkId: null },
  });
  await endMedia(tx, { showId }, now);
  await tx.upload.deleteMany({ where: { showId } });
  await record(tx, { ...job, act: "sweepShow", target: { type: "show", id: showId }, workspaceId });
}

async function endEpisodes(tx: Tx, where: Prisma.EpisodeWhereInput, now: Date): Promise<void> {
  await tx.episode.updateMany({ where, data: { audioId: null, artworkId: null } });
  await endMedia(tx, { episode: where }, now);
  await tx.episode.deleteMany({ where });
}

/** Rows go now, objects with the next sweep of leftovers. */
async function endMedia(tx: Tx, where: Prisma.MediaWhereInput, now: Date): Promise<void> {
  const media: Media[] = await tx.media.findMany({ where });
  await leave(
    tx,
    media.map(({ key }) => key),
    now,
  );
  for (const [workspaceId, bytes] of roomOf(media)) await releaseStored(tx, workspaceId, bytes);
  await tx.media.deleteMany({ where: { id: { in: media.map(({ id }) => id) } } });
}

/** By workspace: files come by the ten thousands. A refused one gave its quota back when it was refused. */
function roomOf(media: Media[]): Map<string, bigint> {
  const room = new Map<string, bigint>();
  for (const { workspaceId, bytes, state } of media)
    if (state !== "refused") room.set(workspaceId, (room.get(workspaceId) ?? 0n) + bytes);
  return room;
}

const leave = (tx: Tx, keys: string[], dueAt: Date) =>
  tx.leftover.createMany({ data: keys.map((key) => ({ key, dueAt })), skipDuplicates: true });
