import { Secret, TOTP } from "otpauth";
import { seal, unseal } from "@/lib/platform/sealing";

/** RFC 6238 as every app has it: SHA-1, six digits, steps of thirty seconds. */
const STEP_SECONDS = 30;

/** A clock may be a step off, either way. */
const WINDOW = 1;

/** 160 bits (RFC 4226 §4), base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What the QR code says: an app that reads it adds the account by its address, under the name of the house. */
export const totpAddress = (secret: string, email: string, house: string): string =>
  generator(secret, { issuer: house, label: email }).toString();

/** The step of time that this code was made for, when it is the secret's and not yet past; null for another. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const delta = generator(secret).validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta;
}

/** The secret as it is kept, bound to its user: in another's row it opens to nothing. */
export const sealTotp = (userId: string, secret: string): string => seal(`totp of ${userId}`, secret);

export const unsealTotp = (userId: string, sealed: string): string | null => unseal(`totp of ${userId}`, sealed);

const generator = (secret: string, names: { issuer?: string; label?: string } = {}) =>
  new TOTP({ ...names, secret, algorithm: "SHA1", digits: 6, period: STEP_SECONDS });
