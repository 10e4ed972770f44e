import { inGoodStanding } from "@/lib/accounts/good-standing";
import { houseSettings } from "@/lib/accounts/house-settings";
import { db } from "@/lib/platform/db";
import { mailLeaves } from "@/lib/platform/mail";

/** Whom to write to about an account: the house's contact, else the house admin who has been here longest. */
export async function houseContact(): Promise<string | null> {
  const { contact } = await houseSettings();
  if (contact) return contact;
  const admin = await db().user.findFirst({
    where: { isHouseAdmin: true, ...inGoodStanding },
    orderBy: { id: "asc" },
    select: { email: true },
  });
  return admin?.email ?? null;
}

/** Whether a link that somebody asks for is mailed; else a house admin finds it in the outbox and hands it on. */
export const linksAreMailed = (): boolean => mailLeaves();
