import type { Actor } from "@/lib/accounts/actor";
import { isTimeZone } from "@/lib/accounts/zone-names";
import { db } from "@/lib/platform/db";

/** The IANA name of the zone that the user's schedules are spoken in; null: their browser's. */
export async function findTimeZone({ user: { id } }: Actor): Promise<string | null> {
  const user = await db().user.findUnique({ where: { id }, select: { timeZone: true } });
  return user?.timeZone && isTimeZone(user.timeZone) ? user.timeZone : null;
}
