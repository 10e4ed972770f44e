import { type Actor, type Granted, grant } from "@/lib/accounts/actor";
import { findActorByMembership, showReachableBy } from "@/lib/accounts/queries";
import { db } from "@/lib/platform/db";
import { isUuid } from "@/lib/platform/uuid";
import type { Media, Prisma, Role, Upload, UploadPart } from "@/prisma/generated/client";

export type { Media };

export type UploadWithParts = Upload & { parts: UploadPart[]; media: Media | null };

/** An upload to a show that is there, when the actor holds at least `role` over that. */
export async function findUploadFor<R extends Role>(
  actor: Actor,
  id: string,
  role: R,
): Promise<Granted<UploadWithParts, R> | null> {
  if (!isUuid(id)) return null;
  const upload = await db().upload.findFirst({
    where: { id, show: { deletedAt: null, ...showReachableBy(actor, role) } },
    include: { parts: { orderBy: { number: "asc" } }, media: true },
  });
  return upload && grant(upload, actor, role);
}

/** The upload as whoever started it: for the signed addresses of its parts. They may have lost their role since. */
export async function findUploadAsStarter(id: string): Promise<Granted<UploadWithParts, "editor"> | null> {
  if (!isUuid(id)) return null;
  const upload = await db().upload.findUnique({ where: { id }, select: { createdById: true, workspaceId: true } });
  const starter = upload && (await findActorByMembership(upload.createdById, upload.workspaceId));
  return starter && findUploadFor(starter, id, "editor");
}

export async function findMediaFor<R extends Role>(
  actor: Actor,
  id: string,
  role: R,
): Promise<Granted<Media, R> | null> {
  if (!isUuid(id)) return null;
  const media = await db().media.findFirst({
    where: { id, show: { deletedAt: null, ...showReachableBy(actor, role) } },
  });
  return media && grant(media, actor, role);
}

/**
 * A file that strangers may have: its show and, if it belongs to one, its episode are live and it was not replaced too
 * long ago. It is gone while only a takedown keeps it from them.
 */
export async function findPublicMedia(id: string, now: Date): Promise<{ found: Media } | { gone: true } | null> {
  if (!isUuid(id)) return null;
  const found = await db().media.findFirst({ where: publicMedia(id, now, { takenDownAt: null }) });
  if (found) return { found };
  return (await db().media.count({ where: publicMedia(id, now, {}) })) > 0 ? { gone: true } : null;
}

type Standing = { takenDownAt?: null };

function publicMedia(id: string, now: Date, standing: Standing): Prisma.MediaWhereInput {
  const show = { deletedAt: null, ...standing };
  return { id, state: "ready", show, workspace: { hiddenAt: null }, OR: waysToBePublic(now, standing) };
}

function waysToBePublic(now: Date, standing: Standing): Prisma.MediaWhereInput[] {
  const live: Prisma.EpisodeWhereInput = { deletedAt: null, publishAt: { lte: now }, ...standing };
  return [
    { audioOf: live },
    { artworkOf: live },
    { artworkOfShow: { deletedAt: null } },
    { servedUntil: { gt: now }, OR: [{ episode: live }, { kind: "artwork", episodeId: null }] },
  ];
}
