import { mediaHeaders } from "@/lib/delivery/headers";
import { toResponse } from "@/lib/delivery/response";
import { etagOf } from "@/lib/http/etags";
import { findMediaFor, findPublicMedia } from "@/lib/media/queries";
import { store } from "@/lib/media/store";
import { ObjectMissing } from "@/lib/storage/port";
import { findActor } from "@/lib/web/api";
import { plainAnswer } from "@/lib/web/plain";
import type { Media } from "@/prisma/generated/client";

type Context = { params: Promise<{ path: string[] }> };

const PUBLIC = { audio: "public, max-age=3600", artwork: "public, max-age=31536000, immutable" };
const PRIVATE = "private, no-store";

/** Audio and artwork, with ranges. What is not published is there for members only. */
export async function GET(request: Request, context: Context): Promise<Response> {
  const { path } = await context.params;
  const now = new Date();
  const [kind, name = "", ...more] = path;
  const id = name.slice(0, 36);
  const shared = await findPublicMedia(id, now);
  const media = shared ?? (await findForMember(request, id, now));
  if (!media || more.length > 0 || kind !== media.kind || name !== nameOf(media))
    return plainAnswer(404, "There is nothing here.");
  return deliver(request, media, shared ? PUBLIC[media.kind] : PRIVATE);
}

export { GET as HEAD };

async function deliver(request: Request, media: Media, cacheControl: string): Promise<Response> {
  const { key, bytes, sha256, type, createdAt: lastModified } = media;
  const object = {
    key,
    size: Number(bytes),
    etag: etagOf(sha256 ?? ""),
    lastModified,
    contentType: type ?? "",
    cacheControl,
    headers: mediaHeaders(),
  };
  try {
    return await toResponse(request, object, store(), { owner: media.workspaceId });
  } catch (error) {
    if (error instanceof ObjectMissing) return plainAnswer(404, "There is nothing here.");
    throw error;
  }
}

async function findForMember(request: Request, id: string, now: Date): Promise<Media | null> {
  const actor = await findActor(request, now);
  const media = actor && (await findMediaFor(actor, id, "analyst"));
  return media?.state === "ready" ? media : null;
}

const nameOf = ({ id, kind, sha256, extension }: Media): string =>
  kind === "audio" ? `${id}.${extension}` : `${id}-${sha256?.slice(0, 12)}.${extension}`;
