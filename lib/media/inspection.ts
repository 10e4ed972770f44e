import { createHash } from "node:crypto";
import { record } from "@/lib/audit/record";
import type { Arrive } from "@/lib/media/arrive";
import { inspectAudio } from "@/lib/media/inspect";
import { releaseStored } from "@/lib/media/quota";
import { store } from "@/lib/media/store";
import { db } from "@/lib/platform/db";
import { ObjectMissing } from "@/lib/storage/port";
import type { Media, Prisma, Upload, UploadPart } from "@/prisma/generated/client";

type Uploaded = Media & { upload: (Upload & { parts: UploadPart[] }) | null };
type Verdict = { data: Prisma.MediaUpdateInput } | { refused: string };

/**
 * Reads a new file once, from beginning to end: hashes it, checks it against what was promised, and measures it in a
 * child process. It becomes ready or refused; until then nobody can publish it. Doing it twice changes nothing.
 */
export async function inspectMedia(mediaId: string, signal: AbortSignal, now: Date, arrive: Arrive): Promise<void> {
  const media = await db().media.findUnique({
    where: { id: mediaId },
    include: { upload: { include: { parts: true } } },
  });
  if (media?.state !== "checking") return;
  const verdict = await judge(media, signal);
  await db().$transaction(async (tx) => {
    const data =
      "refused" in verdict
        ? { state: "refused" as const, reason: verdict.refused }
        : { ...verdict.data, state: "ready" as const };
    const { count } = await tx.media.updateMany({
      where: { id: media.id, state: "checking" },
      data: data as Prisma.MediaUpdateManyMutationInput,
    });
    if (count === 0) return;
    if ("refused" in verdict) {
      await releaseStored(tx, media.workspaceId, media.bytes);
      await tx.leftover.upsert({ where: { key: media.key }, create: { key: media.key, dueAt: now }, update: {} });
    }
    await record(tx, {
      actorId: null,
      via: "job",
      act: "inspectMedia",
      target: { type: "media", id: media.id },
      workspaceId: media.workspaceId,
      difference: data,
    });
    const judged = await tx.media.findUniqueOrThrow({ where: { id: media.id } });
    await arrive(tx, judged, { actorId: null, via: "job" }, now);
  });
}

async function judge(media: Uploaded, signal: AbortSignal): Promise<Verdict> {
  const parts = new PartCheck(media.upload);
  try {
    const bytes = await store().read(media.key, null, signal);
    const found = await inspectAudio(parts.watch(bytes), Number(media.bytes), { signal });
    if (!found.ok) return { refused: found.reason };
    const promised = media.upload?.promisedHash;
    if (promised && promised !== found.sha256)
      return { refused: "The file arrived damaged: its SHA-256 is not the one you promised. Upload it again." };
    const damaged = parts.damaged();
    if (damaged) return { refused: `Part ${damaged} of the file was damaged on its way. Upload it again.` };
    const { sha256, type, extension, duration, bitrate } = found;
    return { data: { sha256, type, extension, duration, bitrate } };
  } catch (error) {
    if (error instanceof ObjectMissing) return { refused: "The file is no longer in the store. Upload it again." };
    throw error;
  }
}

/** Compares each part's SHA-256, as noted when it was received, with what the store gives back. */
class PartCheck {
  readonly #expected: { number: number; size: number; sha256: string | null }[];
  #damaged: number | null = null;

  constructor(upload: Uploaded["upload"]) {
    this.#expected = (upload?.parts ?? []).toSorted((a, b) => a.number - b.number);
  }

  damaged = (): number | null => this.#damaged;

  async *watch(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let index = 0;
    let left = this.#expected[0]?.size ?? Number.POSITIVE_INFINITY;
    let hash = createHash("sha256");
    for await (const chunk of bytes) {
      for (let from = 0; from < chunk.length; ) {
        const piece = chunk.subarray(from, from + Math.min(left, chunk.length - from));
        hash.update(piece);
        from += piece.length;
        left -= piece.length;
        if (left > 0) continue;
        this.#compare(index, hash.digest("hex"));
        index += 1;
        left = this.#expected[index]?.size ?? Number.POSITIVE_INFINITY;
        hash = createHash("sha256");
      }
      yield chunk;
    }
  }

  #compare(index: number, sha256: string): void {
    const part = this.#expected[index];
    if (part?.sha256 && part.sha256 !== sha256) this.#damaged ??= part.number;
  }
}
