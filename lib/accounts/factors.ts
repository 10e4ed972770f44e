import type { Actor } from "@/lib/accounts/actor";
import { houseName } from "@/lib/accounts/house-settings";
import { newTotpSecret, sealTotp, totpAddress } from "@/lib/accounts/totp";
import { db } from "@/lib/platform/db";

/** Since when the second step is on, and how many recovery codes are left for it; null when it is off. */
export async function findSecondFactor({ user: { id } }: Actor): Promise<{ since: Date; codesLeft: number } | null> {
  const { totpEnabledAt: since } = await db().user.findUniqueOrThrow({
    where: { id },
    select: { totpEnabledAt: true },
  });
  return since && { since, codesLeft: await db().recoveryCode.count({ where: { userId: id, usedAt: null } }) };
}

/** A new secret for an app. Until a code confirms it, it is kept nowhere but in `sealed`, which the form sends back. */
export async function offerTotp({ user }: Actor): Promise<{ secret: string; address: string; sealed: string }> {
  const secret = newTotpSecret();
  return { secret, address: totpAddress(secret, user.email, await houseName()), sealed: sealTotp(user.id, secret) };
}
