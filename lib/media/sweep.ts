import { record } from "@/lib/audit/record";
import type { Arrive } from "@/lib/media/arrive";
import { abortUpload, completeUpload, INSPECTION } from "@/lib/media/mutations";
import { releaseStored } from "@/lib/media/quota";
import { store } from "@/lib/media/store";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";

const DAY_MS = 24 * 3600_000;
const UPLOAD_KEPT_MS = 7 * DAY_MS;
/** Whoever is at it yet is not disturbed. */
const STUCK_MS = 10 * 60_000;
/** Some stores only tell when an upload began: one that is still being sent must not be taken for a crash's remains. */
const REMAINS_KEPT_MS = 30 * DAY_MS;
const job = { actorId: null, via: "job" } as const;
const withParts = { parts: { orderBy: { number: "asc" as const } }, media: true };

/** After a crash: completes the uploads that were being completed and inspects the files that were being inspected. */
export async function carryOn(now: Date, arrive: Arrive): Promise<void> {
  const halfway = await db().upload.findMany({ where: { state: "completing" }, include: withParts });
  for (const upload of halfway) await attempt(() => completeUpload(upload, job, null, now, arrive));
  const unchecked = await db().media.findMany({ where: { state: "checking" }, select: { id: true } });
  for (const { id } of unchecked) await db().$transaction((tx) => enqueue(tx, INSPECTION, { mediaId: id }));
}

/**
 * Gives up uploads that nobody touched for seven days, and what crashed writers left in the store for longer. Those whose
 * completion the store refused are tried again until then.
 */
export async function sweepUploads(now: Date, arrive: Arrive): Promise<void> {
  const touched = (ms: number) => ({ touchedAt: { lt: new Date(now.getTime() - ms) } });
  const unfinished = { state: { in: ["open" as const, "completing" as const] } };
  const forgotten = { where: { ...unfinished, ...touched(UPLOAD_KEPT_MS) }, include: withParts };
  for (const upload of await db().upload.findMany(forgotten)) await attempt(() => abortUpload(upload, job, now));
  const stuck = { where: { state: "completing" as const, ...touched(STUCK_MS) }, include: withParts };
  for (const upload of await db().upload.findMany(stuck))
    await attempt(() => completeUpload(upload, job, null, now, arrive));
  await attempt(() => store().sweep(new Date(now.getTime() - REMAINS_KEPT_MS)));
}

/**
 * Ends audio that was uploaded and belongs to no episode for seven days, and gives its room back. A refused file gave that
 * back when it was refused.
 */
export async function sweepUnattached(now: Date): Promise<void> {
  const createdAt = { lt: new Date(now.getTime() - UPLOAD_KEPT_MS) };
  const idle = { kind: "audio", episodeId: null, audioOf: null, createdAt, state: { not: "checking" } } as const;
  for (const { id, workspaceId, bytes, key, state } of await db().media.findMany({ where: idle })) {
    await db().$transaction(async (tx) => {
      // Somebody may have attached it in this moment.
      const { count } = await tx.media.deleteMany({ where: { id, episodeId: null } });
      if (count === 0) return;
      if (state !== "refused") await releaseStored(tx, workspaceId, bytes);
      await tx.leftover.upsert({ where: { key }, create: { key, dueAt: now }, update: {} });
      await record(tx, { ...job, act: "sweepMedia", target: { type: "media", id }, workspaceId });
    });
  }
}

/** Deletes the objects that no row points to any more. */
export async function sweepLeftovers(now: Date): Promise<void> {
  const due = await db().leftover.findMany({ where: { dueAt: { lte: now } }, take: 1000 });
  for (const { key } of due) {
    await attempt(async () => {
      await store().delete(key);
      await db().leftover.delete({ where: { key } });
    });
  }
}

/** One that cannot be done now must not keep the others from it; the next sweep tries again. */
async function attempt(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof DomainError))
      log().warn({ err: error }, "Something could not be tidied up; the next round tries again.");
  }
}
