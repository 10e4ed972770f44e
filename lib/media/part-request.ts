import { parseContentDigest } from "@/lib/http/digest";
import { DomainError } from "@/lib/platform/errors";

/** The bytes of one part on their way in: `length` as announced, `promised` the SHA-256 (hex) of Content-Digest. */
export type IncomingPart = { body: AsyncIterable<Uint8Array>; length: number | null; promised: string | null };

/** A PUT's headers and body as a part. Throws `malformed` when Content-Digest is not RFC 9530. */
export function readPart({ headers, body }: Pick<Request, "headers" | "body">): IncomingPart {
  const digest = parseContentDigest(headers.get("content-digest"));
  if (digest === "malformed")
    throw new DomainError("malformed", "Content-Digest must be like `sha-256=:…base64…:` (RFC 9530).");
  const length = headers.get("content-length");
  return {
    body: body ?? new Blob().stream(),
    length: length === null ? null : Number(length),
    promised: digest?.sha256 ?? null,
  };
}
