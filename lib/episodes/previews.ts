import { z } from "zod";
import type { Granted } from "@/lib/accounts/actor";
import { hashSecret } from "@/lib/accounts/secrets";
import type { FullEpisode } from "@/lib/episodes/queries";
import { db } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { isUuid } from "@/lib/platform/uuid";
import type { Media, PreviewLink, Show } from "@/prisma/generated/client";

/** For how many days a guest's link is good. */
const previewDays = [7, 1, 30] as const;
export type PreviewDays = (typeof previewDays)[number];

export const newPreviewSchema = z.strictObject({
  episode: z.string(),
  days: z.coerce.number().pipe(z.literal(previewDays, "must be 1, 7 or 30")),
});
export const previewSchema = z.strictObject({
  episode: z.string(),
  link: z.string().refine(isUuid, "is not the id of a link"),
});

export type OwnPreview = Pick<PreviewLink, "id" | "createdAt" | "expiresAt"> & { by: string };

export type Preview = {
  id: string;
  episode: FullEpisode & { show: Show & { artwork: Media | null } };
  expiresAt: Date;
};

export const previewAddress = (secret: string): string => `${settings().appUrl}/preview/${secret}`;

/** The episode's links that still open it, newest first, with who made them. */
export async function listPreviewLinks(
  { id: episodeId }: Granted<FullEpisode, "editor">,
  now: Date,
): Promise<OwnPreview[]> {
  const links = await db().previewLink.findMany({
    where: { episodeId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { id: "desc" },
    select: { id: true, createdAt: true, expiresAt: true, createdById: true },
  });
  const makers = await db().user.findMany({
    where: { id: { in: links.map(({ createdById }) => createdById) } },
    select: { id: true, name: true, email: true },
  });
  const names = new Map(makers.map(({ id, name, email }) => [id, name || email]));
  return links.map(({ createdById, ...link }) => ({ ...link, by: names.get(createdById) ?? "somebody" }));
}

/** What a guest's link opens, asked anew with every request: nothing once it is over, revoked, or the episode is gone. */
export async function findPreview(secret: string, now: Date): Promise<Preview | null> {
  const link = await db().previewLink.findUnique({
    where: { hash: hashSecret(secret), revokedAt: null, expiresAt: { gt: now }, episode: isThere },
    include: { episode: { include: { show: { include: { artwork: true } }, audio: true, artwork: true } } },
  });
  return link && { id: link.id, episode: link.episode, expiresAt: link.expiresAt };
}

/** A file of the previewed episode by its name in the link's folder: "audio.mp3" or "artwork.jpg". */
export function previewedFile({ episode: { audio, artwork } }: Preview, name: string): Media | null {
  const found = [audio, artwork].find((media) => media && previewFileName(media) === name) ?? null;
  return found?.state === "ready" ? found : null;
}

export const previewFileName = ({ kind, extension }: Pick<Media, "kind" | "extension">): string =>
  kind === "audio" ? `audio.${extension}` : "artwork.jpg";

const isThere = {
  ...{ deletedAt: null, takenDownAt: null },
  show: { deletedAt: null, takenDownAt: null, workspace: { hiddenAt: null } },
};
