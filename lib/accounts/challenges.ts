import { db, type Tx } from "@/lib/platform/db";

/** How long a browser has to answer. */
const LIFE_MS = 5 * 60_000;

type Purpose = "passkey registration" | "passkey sign-in";

/** Remembers what an authenticator was given to sign; `userId` where only one user may answer. */
export async function keepChallenge(purpose: Purpose, value: string, userId: string | null, now: Date): Promise<void> {
  const expiresAt = new Date(now.getTime() + LIFE_MS);
  await db().challenge.create({ data: { purpose, value, userId, createdAt: now, expiresAt } });
}

/** Takes a challenge that came back, once. False for one that was not given to this user, was answered before, or is too old. */
export async function takeChallenge(
  tx: Tx,
  purpose: Purpose,
  value: string,
  userId: string | null,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.challenge.updateMany({
    where: { purpose, value, userId, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}
