import type { Subject } from "@/lib/delivery/judge/case";
import { mediaHeaders } from "@/lib/delivery/media-headers";
import type { Deliverable } from "@/lib/delivery/plan";
import { patternBytes } from "./stores";

export const size = 600_000;
export const bytes = patternBytes(size);

/** What the tests of delivery give out: more than two blocks, and a date with a fraction of a second. */
export const object: Deliverable = {
  key: "media/answers.mp3",
  size,
  etag: '"5f1c9be5"',
  lastModified: new Date("2026-11-22T10:00:00.500Z"),
  contentType: "audio/mpeg",
  cacheControl: "public, max-age=3600",
  headers: mediaHeaders(),
};

/** The same as a client knows it. */
export const subject: Subject = {
  size,
  etag: object.etag,
  lastModified: "Sun, 22 Nov 2026 10:00:00 GMT",
  isText: false,
  bytes: (start, end) => bytes.subarray(start, end + 1),
};
