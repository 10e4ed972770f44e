import { createHash, randomUUID } from "node:crypto";
import type { z } from "zod";
import { findWorkspaceFor } from "@/lib/accounts/queries";
import { createEpisode, publishEpisode } from "@/lib/episodes/mutations";
import { findEpisodeFor } from "@/lib/episodes/queries";
import { newEpisodeSchema } from "@/lib/episodes/schema";
import { store } from "@/lib/media/store";
import { db } from "@/lib/platform/db";
import { createShow } from "@/lib/shows/mutations";
import { findShowFor } from "@/lib/shows/queries";
import { newShowSchema } from "@/lib/shows/schema";
import type { Media } from "@/prisma/generated/client";
import type { Person } from "./people";

type ShowFields = Partial<z.input<typeof newShowSchema>>;
type EpisodeFields = Partial<z.input<typeof newEpisodeSchema>>;
type ShowOf = { id: string; slug: string; workspaceId: string };

/** A show as its API client begins it. It lacks description and artwork. */
export async function makeShow(person: Person, fields: ShowFields = {}) {
  const workspace = present(await findWorkspaceFor(person.actor, person.workspaceId, "admin"));
  const input = newShowSchema.parse({ title: "Night Train", language: "en", category: "Arts > Books", ...fields });
  return showOf(person, await createShow(workspace, input));
}

/** A show that has all it needs for its feed. */
export async function makeCompleteShow(person: Person, fields: ShowFields = {}) {
  const show = await makeShow(person, { description: "Stories told on the night train.", ...fields });
  await giveArtwork(show);
  return showOf(person, show);
}

export const showOf = async (person: Person, { slug }: { slug: string }) =>
  present(await findShowFor(person.actor, slug, "admin"));

export const episodeOf = async (person: Person, { id }: { id: string }) =>
  present(await findEpisodeFor(person.actor, id, "editor"));

/** Artwork that is in its place without having been fitted, which takes a second. */
async function giveArtwork(show: ShowOf): Promise<Media> {
  const picture = Buffer.from(`a picture of ${randomUUID()}`);
  const made = { kind: "artwork", extension: "jpg", type: "image/jpeg", width: 1400, height: 1400 } as const;
  const artwork = await keep(show, picture, { ...made, key: `artwork/${randomUUID()}.jpg` });
  await db().show.update({ where: { id: show.id }, data: { artworkId: artwork.id } });
  return artwork;
}

/** Audio that is ready without having been uploaded and measured. */
export function makeAudio(show: ShowOf, seconds = 61.4): Promise<Media> {
  const measured = { kind: "audio", extension: "mp3", type: "audio/mpeg", duration: seconds, bitrate: 64_000 } as const;
  return keep(show, Buffer.from(`the sound of ${randomUUID()}`), { ...measured, key: `audio/${randomUUID()}` });
}

export async function makeDraft(person: Person, show: ShowOf, fields: EpisodeFields = {}) {
  const input = newEpisodeSchema.parse({ title: "The first stop", ...fields });
  return episodeOf(person, await createEpisode(await showOf(person, show), input, new Date()));
}

/** An episode with audio, published or scheduled for `at`. */
export async function makePublished(person: Person, show: ShowOf, fields: EpisodeFields = {}, at = new Date()) {
  const media = fields.media ?? (await makeAudio(show)).id;
  const draft = await makeDraft(person, show, { ...fields, media });
  await publishEpisode(draft, at, new Date());
  return episodeOf(person, draft);
}

async function keep(
  { id: showId, workspaceId }: ShowOf,
  bytes: Buffer,
  fields: Pick<Media, "kind" | "extension" | "type" | "key"> & Partial<Media>,
): Promise<Media> {
  await store().write(fields.key, bytes, bytes.length);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await db().workspace.update({ where: { id: workspaceId }, data: { bytesStored: { increment: bytes.length } } });
  return db().media.create({ data: { showId, workspaceId, state: "ready", sha256, bytes: bytes.length, ...fields } });
}

export function present<T>(thing: T | null): T {
  if (thing === null) throw new Error("What this test has just made is not there.");
  return thing;
}
