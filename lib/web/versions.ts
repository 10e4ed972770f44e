import { DomainError } from "@/lib/platform/errors";

/** The edit version of a resource as a strong ETag. */
export const versionTag = (version: number): string => `"v${version}"`;

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
