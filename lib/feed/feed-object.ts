import { acceptsGzip } from "@/lib/http/encodings";
import { etagOf } from "@/lib/http/etags";
import type { Feed } from "@/prisma/generated/client";

const MAX_AGE = 60;

/** The stored object that answers for a feed, in the coding that the client accepts; one ETag per coding. */
export function feedObject(feed: Feed, acceptEncoding: string | null, now: Date) {
  const zipped = acceptsGzip(acceptEncoding);
  return {
    key: zipped ? feed.gzipKey : feed.key,
    size: zipped ? feed.gzipBytes : feed.bytes,
    etag: etagOf(zipped ? feed.gzipSha256 : feed.sha256),
    lastModified: feed.lastModified,
    contentType: "application/rss+xml; charset=utf-8",
    cacheControl: `public, max-age=${maxAge(feed.validUntil, now)}`,
    headers: {
      vary: "Accept-Encoding",
      "x-content-type-options": "nosniff",
      "access-control-allow-origin": "*",
      ...(zipped && { "content-encoding": "gzip" }),
    },
  };
}

/** A minute, or less when the next scheduled publication is nearer. */
function maxAge(validUntil: Date | null, now: Date): number {
  const left = validUntil ? Math.floor((validUntil.getTime() - now.getTime()) / 1000) : MAX_AGE;
  return Math.max(0, Math.min(MAX_AGE, left));
}
