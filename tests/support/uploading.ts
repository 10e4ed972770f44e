import { signed } from "@/lib/accounts/actor";
import { attachArrived } from "@/lib/episodes/arrival";
import { inspectMedia } from "@/lib/media/inspection";
import { completeUpload, createUpload } from "@/lib/media/mutations";
import { receivePart } from "@/lib/media/part-mutations";
import { planParts } from "@/lib/media/parts";
import { findUploadFor } from "@/lib/media/queries";
import { db } from "@/lib/platform/db";
import type { Media } from "@/prisma/generated/client";
import type { Person } from "./people";
import { present, showOf } from "./shows";
import { inChunks } from "./stores";

type Id = { id: string };

export const uploadOf = async (person: Person, { id }: Id) => present(await findUploadFor(person.actor, id, "editor"));

/** Opens an upload for bytes that may be fewer or more than those sent later. */
export async function begin(person: Person, show: { slug: string }, size: number, filename = "episode 1.mp3") {
  const made = await createUpload(await showOf(person, show), { filename, size, type: "audio/mpeg" });
  return uploadOf(person, made);
}

/** Sends one part as a client would that announces no length and no hash unless told to. */
export const sendPart = async (
  person: Person,
  upload: Id,
  number: number,
  bytes: Uint8Array,
  said: { length?: number; promised?: string } = {},
) =>
  receivePart(
    await uploadOf(person, upload),
    number,
    { body: inChunks(bytes), length: said.length ?? null, promised: said.promised ?? null },
    new Date(),
  );

export async function sendAll(person: Person, upload: Id & { size: bigint; partSize: number }, file: Uint8Array) {
  for (const { number, offset, size } of planParts(Number(upload.size), upload.partSize))
    await sendPart(person, upload, number, file.subarray(offset, offset + size));
}

export async function complete(person: Person, upload: Id, sha256: string | null = null): Promise<Media> {
  const present = await uploadOf(person, upload);
  return completeUpload(present, signed(present), sha256, new Date(), attachArrived);
}

/** What the job does with a new file, and what came of it. */
export async function inspect({ id }: Id): Promise<Media> {
  await inspectMedia(id, new AbortController().signal, new Date(), attachArrived);
  return db().media.findUniqueOrThrow({ where: { id } });
}

/** The whole road. */
export async function upload(person: Person, show: { slug: string }, file: Uint8Array, sha256?: string) {
  const opened = await begin(person, show, file.length);
  await sendAll(person, opened, file);
  return inspect(await complete(person, opened, sha256));
}

/** What is booked for the workspace. */
export async function booked({ workspaceId }: Person): Promise<{ stored: number; reserved: number }> {
  const { bytesStored, bytesReserved } = await db().workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  return { stored: Number(bytesStored), reserved: Number(bytesReserved) };
}
