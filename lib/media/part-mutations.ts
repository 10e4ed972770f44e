import { createHash } from "node:crypto";
import type { Granted } from "@/lib/accounts/actor";
import type { IncomingPart } from "@/lib/media/part-request";
import { type PartPlan, planPart } from "@/lib/media/parts";
import type { UploadWithParts } from "@/lib/media/queries";
import { store } from "@/lib/media/store";
import { db, type Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { asOnlyWriter } from "@/lib/storage/part-writers";
import { ObjectMissing, PartCutShort, PartTakenOver } from "@/lib/storage/port";
import type { Upload, UploadPart } from "@/prisma/generated/client";

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
    if (received && upload.state !== "aborted") return received;
    throw closed();
  }
  return asOnlySender(upload, number, async (only) => {
    await db().$transaction((tx) => forgetPart(tx, upload.id, number, now));
    const { etag, sha256 } = await writeHashed(upload, plan, part, only);
    if (only.aborted) throw takenOver();
    if (part.promised && part.promised !== sha256)
      throw new DomainError(
        "wrong-part",
        `Part ${number} arrived damaged: its SHA-256 is not the one promised in Content-Digest. Send it again.`,
      );
    return db().$transaction((tx) => notePart(tx, upload.id, { number, size: plan.size, sha256, etag }, now));
  });
}

/**
 * From forgetting the part to noting it nobody else in this process sends the same one: what is noted is what lies in the
 * store. The newest wins. Between processes `forgetOverwritten` sees it when the upload is completed.
 */
async function asOnlySender<T>({ id }: Upload, number: number, send: (only: AbortSignal) => Promise<T>): Promise<T> {
  try {
    return await asOnlyWriter({ uploadId: id, number }, send);
  } catch (error) {
    throw error instanceof PartTakenOver ? takenOver() : error;
  }
}

const takenOver = () => new DomainError("conflict", new PartTakenOver().message);

/** Parts that went straight to the store by presigned addresses become known to us. */
export async function learnParts(upload: UploadWithParts, now: Date): Promise<void> {
  if (!store().presignPart || upload.state !== "open") return;
  const there = await listParts(upload);
  await db().$transaction(async (tx) => {
    if (!(await holdOpen(tx, upload.id, now))) return;
    for (const part of there.filter((part) => !isKnown(upload, part)))
      await notePart(tx, upload.id, { ...part, sha256: null }, now);
  });
}

/** A part that was sent again has another ETag, and what was noted of its bytes is no longer true. */
const isKnown = (
  { parts }: UploadWithParts,
  { number, size, etag }: Omit<UploadPart, "uploadId" | "sha256" | "receivedAt">,
) => parts.some((known) => known.number === number && known.size === size && known.etag === etag);

/** Nothing, when somebody completed or gave up the upload in this moment. */
async function listParts({ key, storeUploadId }: Upload) {
  try {
    return await store().listParts(key, storeUploadId);
  } catch (error) {
    if (error instanceof ObjectMissing) return [];
    throw error;
  }
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

async function writeHashed(upload: Upload, { number, offset, size }: PartPlan, part: IncomingPart, only: AbortSignal) {
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
      only,
    );
    return { etag, sha256: hash.digest("hex") };
  } catch (error) {
    if (error instanceof PartCutShort)
      throw new DomainError("wrong-part", `Part ${number} must have exactly ${size} bytes. Send it again.`, { size });
    if (error instanceof ObjectMissing) throw closed();
    throw error;
  }
}

/** Whether the upload still takes parts; if so it is touched, and stays open until the transaction ends. */
async function holdOpen(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.upload.updateMany({ where: { id, state: "open" }, data: { touchedAt: now } });
  return count > 0;
}

const closed = () => new DomainError("conflict", "This upload is closed; start a new one.");

/** A part that comes again is not there until it has come whole. */
async function forgetPart(tx: Tx, uploadId: string, number: number, now: Date): Promise<void> {
  if (!(await holdOpen(tx, uploadId, now))) throw closed();
  await tx.uploadPart.deleteMany({ where: { uploadId, number } });
}

async function notePart(
  tx: Tx,
  uploadId: string,
  part: Omit<UploadPart, "uploadId" | "receivedAt">,
  now: Date,
): Promise<UploadPart> {
  if (!(await holdOpen(tx, uploadId, now))) throw closed();
  const { number, ...rest } = part;
  return tx.uploadPart.upsert({
    where: { uploadId_number: { uploadId, number } },
    create: { uploadId, receivedAt: now, ...part },
    update: { ...rest, receivedAt: now },
  });
}
