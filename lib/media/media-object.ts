import { etagOf } from "@/lib/http/etags";
import type { Media } from "@/prisma/generated/client";

const PUBLIC = { audio: "public, max-age=3600", artwork: "public, max-age=31536000, immutable" };
const PRIVATE = "private, no-store";

/** The stored object that answers for a media asset: to strangers, or to members only. */
export function mediaObject({ key, kind, bytes, sha256, type, createdAt }: Media, isPublic: boolean) {
  return {
    key,
    size: Number(bytes),
    etag: etagOf(sha256 ?? ""),
    lastModified: createdAt,
    contentType: type ?? "application/octet-stream",
    cacheControl: isPublic ? PUBLIC[kind] : PRIVATE,
  };
}
