const member = /^([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/]*={0,2}):(?:[ \t]*;.*)?$/;

/** `sha256` in hex. */
export type ContentDigest = { sha256: string } | "malformed" | null;

/**
 * The SHA-256 that a Content-Digest header promises (RFC 9530 §2, a structured-field dictionary of byte sequences).
 * Null without one, also when only other algorithms are named: they may be ignored.
 */
export function parseContentDigest(header: string | null): ContentDigest {
  if (header === null) return null;
  let sha256: string | null = null;
  for (const element of header.split(",")) {
    const found = member.exec(element.trim());
    if (!found) return "malformed";
    // The last of several members with one name counts (RFC 8941 §4.2.2).
    if (found[1] === "sha-256") sha256 = found[2] ?? "";
  }
  return sha256 === null ? null : hexOf(sha256);
}

/** The header for these 64 hex digits. */
export function formatContentDigest(sha256: string): string {
  return `sha-256=:${Buffer.from(sha256, "hex").toString("base64")}:`;
}

function hexOf(base64: string): ContentDigest {
  const bytes = Buffer.from(base64, "base64");
  return bytes.length === 32 ? { sha256: bytes.toString("hex") } : "malformed";
}
