import { unsealTotp } from "@/lib/accounts/totp";
import { db } from "@/lib/platform/db";

/**
 * How many accounts ask for a second step that nothing opens any more: their secrets are sealed, and their recovery codes hashed,
 * under another APP_SECRET. Passkeys open such an account still.
 */
export async function countLockedOut(): Promise<number> {
  const users = await db().user.findMany({
    where: { totpEnabledAt: { not: null } },
    select: { id: true, totpSecret: true },
  });
  return users.filter(({ id, totpSecret }) => totpSecret === null || unsealTotp(id, totpSecret) === null).length;
}
