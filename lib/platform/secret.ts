import { createHmac, timingSafeEqual } from "node:crypto";
import { settings } from "@/lib/platform/env";
import { singleton } from "@/lib/platform/singleton";

const kept = () => singleton<{ secret: string | null }>("secret", () => ({ secret: null }));

/** Tells the secret that was made once and kept in the data directory, where APP_SECRET is unset. */
export function provideAppSecret(secret: string): void {
  kept().secret = secret;
}

/** HMAC-SHA-256 under the house's secret, base64url. `purpose` keeps signatures for one thing from opening another. */
export function sign(purpose: string, text: string): string {
  const secret = settings().appSecret ?? kept().secret;
  if (!secret) throw new Error("The house has no APP_SECRET yet.");
  return createHmac("sha256", secret).update(`${purpose}\n${text}`).digest("base64url");
}

/** Whether `signature` is ours; compared in constant time. */
export function isSigned(purpose: string, text: string, signature: string): boolean {
  const expected = Buffer.from(sign(purpose, text));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
