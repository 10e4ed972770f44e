import { createHash } from "node:crypto";
import { etagOf } from "@/lib/http/etags";
import { DomainError } from "@/lib/platform/errors";

/** The edit version of a resource as a strong ETag. */
export const versionTag = (version: number): string => `"v${version}"`;

/** Of a resource that nobody edits, and so has no version: a strong ETag of what is told of it. */
export const contentTag = (content: object): string =>
  etagOf(createHash("sha256").update(JSON.stringify(content)).digest("hex"));

/**
 * The version that a save names in If-Match (RFC 9110 §13.1.1). `*` is the present one. Throws
 * `precondition-required` without the header; what is no tag of ours names version 0, which is stale.
 */
export function basedOn(request: Request, present: number): number {
  const header = request.headers.get("if-match");
  if (!header)
    throw new DomainError("precondition-required", "Send If-Match with the ETag of the version that you changed.");
  if (header.trim() === "*") return present;
  const tags = [...header.matchAll(/(?<!W\/)"v(\d{1,9})"/g)].map(([, version]) => Number(version));
  return tags.includes(present) ? present : (tags[0] ?? 0);
}
