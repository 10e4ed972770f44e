import { createHash, randomUUID } from "node:crypto";
import type { Granted } from "@/lib/accounts/actor";
import { record, type Signature } from "@/lib/audit/record";
import type { IncomingPart } from "@/lib/media/part-request";
import { missingParts, PART_SIZE, type PartPlan, planPart } from "@/lib/media/parts";
import type { UploadWithParts } from "@/lib/media/queries";
import { bookReserved, releaseReserved, reserveBytes } from "@/lib/media/quota";
import type { NewUpload } from "@/lib/media/schema";
import { store } from "@/lib/media/store";
import { db, type Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import { signed } from "@/lib/shows/mutations";
import { PartCutShort } from "@/lib/storage/port";
import type { Media, Show, Upload, UploadPart } from "@/prisma/generated/client";

/** The job that hashes and measures what an upload brought. */
export const INSPECTION = "inspect-media";

/** Opens an upload to the show and puts its bytes aside in the workspace's quota. */
export async function createUpload(show: Granted<Show, "editor">, input: NewUpload): Promise<Upload> {
  if (input.size === 0) throw new DomainError("refused-file", "This file is empty.");
  const size = BigInt(input.size);
  const upload = await db().$transaction(async (tx) => {
    await reserveBytes(tx, show.workspaceId, size);
    const { workspaceId, id: showId } = show;
    const fields = {
      workspaceId,
      showId,
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
  const storeUploadId = await store().createParts(upload.key);
  return db().upload.update({ where: { id: upload.id }, data: { storeUploadId } });
}

/**
 * Takes one part. It counts as received when its row is written, after its bytes are durable. Sending it again is
 * harmless. Throws `wrong-part` when there is no such part, or size or hash differ.
 */
export async function receivePart(
  upload: Granted<UploadWithParts, "editor">,
  number: number,
  part: IncomingPart,
  now: Date,
): Promise<UploadPart> {
  const plan = requirePart(upload, number, part.length);
  const received = upload.parts.find((each) => each.number === number);
  if (upload.state !== "open") {
    if (received) return received;
    throw new DomainError("conflict", "This upload is closed; start a new one.");
  }
  await db().uploadPart.deleteMany({ where: { uploadId: upload.id, number } });
  const { etag, sha256 } = await writeHashed(upload, plan, part);
  if (part.promised && part.promised !== sha256)
    throw new DomainError(
      "wrong-part",
      `Part ${number} arrived damaged: its SHA-256 is not the one promised in Content-Digest. Send it again.`,
    );
  return db().$transaction((tx) => notePart(tx, upload.id, { number, size: plan.size, sha256, etag }, now));
}

/**
 * Makes a media asset of the parts; measuring it is a job. Doing it twice gives the same answer; a crash in between is
 * carried on by the next call or the next start. Throws `upload-incomplete` with the numbers of the missing parts.
 */
export async function completeUpload(
  upload: UploadWithParts,
  by: Signature,
  promisedHash: string | null,
  now: Date,
): Promise<Media> {
  if (upload.media) return upload.media;
  await closeForParts(upload, promisedHash, now);
  const parts = upload.parts.map(({ number, etag, size }) => ({ number, etag, size }));
  await store().completeParts(upload.key, upload.storeUploadId, parts);
  return db().$transaction((tx) => makeMedia(tx, upload, by));
}

/** Gives up an upload: its parts are deleted and its quota given back. */
export async function abortUpload(upload: UploadWithParts, by: Signature): Promise<void> {
  const aborted = await db().$transaction(async (tx) => {
    const { count } = await tx.upload.updateMany({
      where: { id: upload.id, state: "open" },
      data: { state: "aborted" },
    });
    if (count === 0) return false;
    await releaseReserved(tx, upload.workspaceId, upload.size);
    await record(tx, {
      ...by,
      act: "abortUpload",
      target: { type: "upload", id: upload.id },
      workspaceId: upload.workspaceId,
    });
    return true;
  });
  if (aborted) await store().abortParts(upload.key, upload.storeUploadId);
  else if (upload.state !== "aborted")
    throw new DomainError("conflict", "This upload is complete; delete the episode or replace its audio instead.");
}

/** Parts that went straight to the store by presigned addresses become known to us. */
export async function learnParts(upload: Upload, now: Date): Promise<void> {
  if (!store().presignPart || upload.state !== "open") return;
  const there = await store().listParts(upload.key, upload.storeUploadId);
  await db().$transaction(async (tx) => {
    for (const { number, size, etag } of there)
      await notePart(tx, upload.id, { number, size, etag, sha256: null }, now);
  });
}

function requirePart(upload: Upload, number: number, length: number | null): PartPlan {
  const plan = planPart(Number(upload.size), upload.partSize, number);
  if (!Number.isInteger(number) || number < 1 || plan.size <= 0)
    throw new DomainError("wrong-part", `This upload has no part ${number}.`);
  if (length !== null && length !== plan.size)
    throw new DomainError(
      "wrong-part",
      `Part ${number} must have exactly ${plan.size} bytes; ${length} were announced.`,
      { size: plan.size },
    );
  return plan;
}

async function writeHashed(upload: Upload, { number, offset, size }: PartPlan, part: IncomingPart) {
  const hash = createHash("sha256");
  async function* hashed() {
    for await (const chunk of part.body) {
      hash.update(chunk);
      yield chunk;
    }
  }
  try {
    const { etag } = await store().writePart(
      { key: upload.key, uploadId: upload.storeUploadId, number, offset, size },
      hashed(),
    );
    return { etag, sha256: hash.digest("hex") };
  } catch (error) {
    if (error instanceof PartCutShort)
      throw new DomainError("wrong-part", `Part ${number} must have exactly ${size} bytes. Send it again.`, { size });
    throw error;
  }
}

async function notePart(
  tx: Tx,
  uploadId: string,
  part: Omit<UploadPart, "uploadId" | "receivedAt">,
  now: Date,
): Promise<UploadPart> {
  const { count } = await tx.upload.updateMany({ where: { id: uploadId, state: "open" }, data: { touchedAt: now } });
  if (count === 0) throw new DomainError("conflict", "This upload is closed; start a new one.");
  const { number, ...rest } = part;
  return tx.uploadPart.upsert({
    where: { uploadId_number: { uploadId, number } },
    create: { uploadId, receivedAt: now, ...part },
    update: rest.sha256 ? { ...rest, receivedAt: now } : { etag: rest.etag, size: rest.size },
  });
}

async function closeForParts(upload: UploadWithParts, promisedHash: string | null, now: Date): Promise<void> {
  const missing = missingParts(Number(upload.size), upload.partSize, upload.parts).map(({ number }) => number);
  if (missing.length > 0)
    throw new DomainError(
      "upload-incomplete",
      `${missing.length} of its parts are missing; send them and complete again.`,
      { missing },
    );
  const { count } = await db().upload.updateMany({
    where: { id: upload.id, state: { in: ["open", "completing"] } },
    data: { state: "completing", touchedAt: now, ...(promisedHash && { promisedHash }) },
  });
  if (count === 0 && upload.state === "aborted")
    throw new DomainError("conflict", "This upload was given up; start a new one.");
}

async function makeMedia(tx: Tx, upload: UploadWithParts, by: Signature): Promise<Media> {
  const { count } = await tx.upload.updateMany({
    where: { id: upload.id, state: "completing" },
    data: { state: "completed" },
  });
  if (count === 0) return tx.media.findUniqueOrThrow({ where: { uploadId: upload.id } });
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
