import { openToAll } from "@/lib/http/cors";
import { type Coding, preferredCoding } from "@/lib/http/encodings";
import { etagOf } from "@/lib/http/etags";
import type { Feed } from "@/prisma/generated/client";

const MAX_AGE = 60;

/** The stored object that answers for a feed, in the coding that the client accepts; one ETag per coding. */
export function feedObject(feed: Feed, acceptEncoding: string | null, now: Date) {
  const coding = preferredCoding(acceptEncoding);
  const { key, size, sha256 } = storedAs(feed, coding);
  return {
    key,
    size,
    etag: etagOf(sha256),
    lastModified: feed.lastModified,
    contentType: "application/rss+xml; charset=utf-8",
    cacheControl: `public, max-age=${maxAge(feed.validUntil, now)}`,
    headers: {
      vary: "Accept-Encoding",
      "x-content-type-options": "nosniff",
      ...openToAll,
      ...(coding !== "identity" && { "content-encoding": coding }),
    },
  };
}

function storedAs(feed: Feed, coding: Coding): { key: string; size: number; sha256: string } {
  if (coding === "br") return { key: feed.brotliKey, size: feed.brotliBytes, sha256: feed.brotliSha256 };
  if (coding === "gzip") return { key: feed.gzipKey, size: feed.gzipBytes, sha256: feed.gzipSha256 };
  return { key: feed.key, size: feed.bytes, sha256: feed.sha256 };
}

/** A minute, or less when the next scheduled publication is nearer. */
function maxAge(validUntil: Date | null, now: Date): number {
  const left = validUntil ? Math.floor((validUntil.getTime() - now.getTime()) / 1000) : MAX_AGE;
  return Math.max(0, Math.min(MAX_AGE, left));
}
