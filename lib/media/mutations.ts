import { randomUUID } from "node:crypto";
import { type Granted, signed } from "@/lib/accounts/actor";
import { bytesInWords } from "@/lib/accounts/bytes";
import { record, type Signature } from "@/lib/audit/record";
import type { Arrive } from "@/lib/media/arrive";
import { forgetOverwritten } from "@/lib/media/overwritten";
import { MOST_BYTES, missingParts, PART_SIZE } from "@/lib/media/parts";
import type { UploadWithParts } from "@/lib/media/queries";
import { bookReserved, releaseReserved, reserveBytes } from "@/lib/media/quota";
import type { NewUpload } from "@/lib/media/schema";
import { store } from "@/lib/media/store";
import { db, type Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import { ObjectMissing } from "@/lib/storage/port";
import type { Media, Show, Upload } from "@/prisma/generated/client";

/** The job that hashes and measures what an upload brought. */
export const INSPECTION = "inspect-media";

/** No store takes longer to join parts. */
const JOINING_MS = 3600_000;

type Joined = { number: number; etag: string; size: number };

/**
 * Opens an upload to the show and puts its bytes aside in the workspace's quota. What it brings becomes the audio of
 * `episode`, one of this show's.
 */
export async function createUpload(
  show: Granted<Show, "editor">,
  input: NewUpload,
  episode: Granted<{ id: string }, "editor"> | null = null,
): Promise<Upload> {
  if (input.size === 0) throw new DomainError("refused-file", "This file is empty.");
  if (input.size > MOST_BYTES) throw beyondAllPlans();
  const size = BigInt(input.size);
  const upload = await db().$transaction(async (tx) => {
    await reserveBytes(tx, show.workspaceId, size);
    const { workspaceId, id: showId } = show;
    const fields = {
      workspaceId,
      showId,
      episodeId: episode?.id ?? null,
      createdById: show.by.user.id,
      filename: input.filename,
      declaredType: input.type,
      size,
    };
    const made = await tx.upload.create({
      data: { ...fields, partSize: PART_SIZE, key: `audio/${randomUUID()}`, storeUploadId: "" },
    });
    await record(tx, {
      ...signed(show),
      act: "createUpload",
      target: { type: "upload", id: made.id },
      workspaceId,
      difference: { filename: input.filename, size },
    });
    return made;
  });
  try {
    const storeUploadId = await store().createParts(upload.key);
    return await db().upload.update({ where: { id: upload.id }, data: { storeUploadId } });
  } catch (error) {
    await giveUp(upload, signed(show), upload.createdAt);
    throw error;
  }
}

const beyondAllPlans = () =>
  new DomainError("too-large", `No file can be larger than ${bytesInWords(MOST_BYTES)}, whatever the plan.`, {
    limit: MOST_BYTES,
  });

/**
 * Makes a media asset of the parts; measuring it is a job. Doing it twice gives the same answer; a crash in between is
 * carried on by the next call or the next start. Throws `upload-incomplete` with the numbers of the missing parts.
 */
export async function completeUpload(
  upload: UploadWithParts,
  by: Signature,
  promisedHash: string | null,
  now: Date,
  arrive: Arrive,
): Promise<Media> {
  if (upload.media) return upload.media;
  if (upload.state === "open") await forgetOverwritten(upload);
  const parts = await db().$transaction((tx) => closeForParts(tx, upload, promisedHash, now));
  if (parts) await joinParts(upload, parts, by, now);
  return db().$transaction(async (tx) => {
    const media = await makeMedia(tx, upload, by);
    await arrive(tx, media, by, now);
    return media;
  });
}

/** Gives up an upload that is not complete, though somebody tried: its parts are deleted and its quota given back. */
export async function abortUpload(upload: UploadWithParts, by: Signature, now: Date): Promise<void> {
  const aborted = await giveUp(upload, by, now);
  if (!aborted && upload.state !== "aborted")
    throw new DomainError("conflict", "This upload is complete; delete the episode or replace its audio instead.");
  if (upload.storeUploadId) await store().abortParts(upload.key, upload.storeUploadId);
}

/** Whether it was given up now. Whoever is joining its parts in this moment may make an object of them yet: nobody's. */
function giveUp({ id, workspaceId, size, key }: Upload, by: Signature, now: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const unfinished = { id, state: { in: ["open" as const, "completing" as const] } };
    const { count } = await tx.upload.updateMany({ where: unfinished, data: { state: "aborted" } });
    if (count === 0) return false;
    await releaseReserved(tx, workspaceId, size);
    const dueAt = new Date(now.getTime() + JOINING_MS);
    await tx.leftover.upsert({ where: { key }, create: { key, dueAt }, update: {} });
    await record(tx, { ...by, act: "abortUpload", target: { type: "upload", id }, workspaceId });
    return true;
  });
}

/** Some S3 servers forget parts that lie too long; such an upload can only be given up. */
async function joinParts(upload: Upload, parts: Joined[], by: Signature, now: Date) {
  try {
    await store().completeParts(upload.key, upload.storeUploadId, parts);
  } catch (error) {
    if (!(error instanceof ObjectMissing)) throw error;
    await giveUp(upload, by, now);
    throw new DomainError("conflict", "The store has lost the parts of this upload; start a new one.");
  }
}

/**
 * From here on no part comes or goes. Answers the parts that are there; null when the upload is complete already. One that can
 * never be completed does not become younger by being tried.
 */
async function closeForParts(
  tx: Tx,
  { id, size, partSize }: Upload,
  promisedHash: string | null,
  now: Date,
): Promise<Joined[] | null> {
  const data = { state: "completing" as const, ...(promisedHash && { promisedHash }) };
  const closed = await tx.upload.updateMany({ where: { id, state: "open" }, data: { ...data, touchedAt: now } });
  const again = await tx.upload.updateMany({ where: { id, state: "completing" }, data });
  if (closed.count + again.count === 0) {
    const { state } = await tx.upload.findUniqueOrThrow({ where: { id }, select: { state: true } });
    if (state === "aborted") throw new DomainError("conflict", "This upload was given up; start a new one.");
    return null;
  }
  const parts = await tx.uploadPart.findMany({ where: { uploadId: id }, orderBy: { number: "asc" } });
  const missing = missingParts(Number(size), partSize, parts).map(({ number }) => number);
  if (missing.length > 0)
    throw new DomainError(
      "upload-incomplete",
      `${missing.length} of its parts are missing; send them and complete again.`,
      { missing },
    );
  return parts.map(({ number, etag, size }) => ({ number, etag, size }));
}

async function makeMedia(tx: Tx, upload: UploadWithParts, by: Signature): Promise<Media> {
  const { count } = await tx.upload.updateMany({
    where: { id: upload.id, state: "completing" },
    data: { state: "completed" },
  });
  if (count === 0) return requireMedia(tx, upload);
  const { workspaceId, showId, key, filename, size: bytes } = upload;
  await bookReserved(tx, workspaceId, bytes);
  const media = await tx.media.create({
    data: { workspaceId, showId, uploadId: upload.id, kind: "audio", state: "checking", key, filename, bytes },
  });
  await enqueue(tx, INSPECTION, { mediaId: media.id });
  await record(tx, {
    ...by,
    act: "completeUpload",
    target: { type: "media", id: media.id },
    workspaceId,
    difference: { bytes },
  });
  return media;
}

async function requireMedia(tx: Tx, { id }: Upload): Promise<Media> {
  const media = await tx.media.findUnique({ where: { uploadId: id } });
  if (!media) throw new DomainError("gone", "This upload was given up, or its audio deleted; upload it again.");
  return media;
}
