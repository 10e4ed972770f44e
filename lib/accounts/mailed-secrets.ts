import { randomInt } from "node:crypto";
import { inGoodStanding } from "@/lib/accounts/good-standing";
import { hashSecret, newSecret } from "@/lib/accounts/secrets";
import { db, type Tx } from "@/lib/platform/db";
import { isSigned, sign } from "@/lib/platform/signatures";
import type { MailedSecret, SecretPurpose, User } from "@/prisma/generated/client";

const LIFE_MS: Record<SecretPurpose, number> = {
  verification: 24 * 3600_000,
  passwordReset: 3600_000,
  addressChange: 3600_000,
};
const WRONG_CODES = 5;

type Found = MailedSecret & { user: User };

/** Makes a secret for a mail to the user: a token for its link, and six digits to type in. Both are kept only as hashes. */
export async function makeMailedSecret(
  tx: Tx,
  user: Pick<User, "id">,
  purpose: SecretPurpose,
  now: Date,
  newEmail?: string,
) {
  const [token, code] = [newSecret("lwm"), String(randomInt(1_000_000)).padStart(6, "0")];
  const hash = hashSecret(token);
  const expiresAt = new Date(now.getTime() + LIFE_MS[purpose]);
  const codeHash = purpose === "verification" ? sign(CODE, `${hash} ${code}`) : null;
  await tx.mailedSecret.create({
    data: { userId: user.id, purpose, hash, codeHash, newEmail, createdAt: now, expiresAt },
  });
  return { token, code };
}

/** The secret that a link's token opens; null when it is unknown, used, too old, or its user is suspended. */
export const findMailedSecret = (token: string, purpose: SecretPurpose, now: Date): Promise<Found | null> =>
  db().mailedSecret.findUnique({
    where: { ...open(purpose, now), hash: hashSecret(token) },
    include: { user: true },
  });

/** The secret whose six digits these are. A wrong code is counted before it is compared; after five the mail is worthless. */
export async function findByCode(email: string, code: string, now: Date): Promise<Found | null> {
  const newest = await db().mailedSecret.findFirst({
    where: { ...open("verification", now), user: { email, ...inGoodStanding } },
    orderBy: { createdAt: "desc" },
    include: { user: true },
  });
  if (!newest?.codeHash) return null;
  const { count } = await db().mailedSecret.updateMany({
    where: { id: newest.id, wrongCodes: { lt: WRONG_CODES } },
    data: { wrongCodes: { increment: 1 } },
  });
  return count === 1 && isSigned(CODE, `${newest.hash} ${code}`, newest.codeHash) ? newest : null;
}

/** Uses it up, and what else was mailed to this user for the same purpose. False when another request was first. */
export async function useUp(tx: Tx, { id, userId, purpose }: MailedSecret, now: Date): Promise<boolean> {
  const { count } = await tx.mailedSecret.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } });
  await tx.mailedSecret.updateMany({ where: { userId, purpose, usedAt: null }, data: { usedAt: now } });
  return count === 1;
}

/** Ends whatever was mailed to the user: it went to an address, or was asked for with a password, that is no longer theirs. */
export async function endSecrets(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx.mailedSecret.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } });
}

const CODE = "verification code";

const open = (purpose: SecretPurpose, now: Date) => ({
  purpose,
  usedAt: null,
  expiresAt: { gt: now },
  user: inGoodStanding,
});
