import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { sign } from "@/lib/platform/signatures";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A secret that the house must be able to read again: AES-256-GCM under a key of the house's secret for this purpose, base64url. */
export function seal(purpose: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce);
  const hidden = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString("base64url");
}

/** What was sealed for this purpose; null when it was not, or under another APP_SECRET. */
export function unseal(purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
  if (tag.length < TAG_BYTES) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), nonce).setAuthTag(tag);
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

const keyFor = (purpose: string): Buffer => createHash("sha256").update(sign("sealing", purpose)).digest();
