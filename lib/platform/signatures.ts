import { createHmac, timingSafeEqual } from "node:crypto";
import { appSecret } from "@/lib/platform/app-secret";

/** HMAC-SHA-256 under the house's secret, base64url. `purpose` keeps signatures for one thing from opening another. */
export function sign(purpose: string, text: string): string {
  return createHmac("sha256", appSecret()).update(`${purpose}\n${text}`).digest("base64url");
}

/** Whether `signature` is ours; compared in constant time. */
export function isSigned(purpose: string, text: string, signature: string): boolean {
  const expected = Buffer.from(sign(purpose, text));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
