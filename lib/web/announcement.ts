import { cookies } from "next/headers";
import { type Announcement, currentAnnouncement } from "@/lib/accounts/house-settings";
import { settings } from "@/lib/platform/env";

/** Names the announcement that this browser has put away. */
const COOKIE = "announcement";
const A_YEAR = 365 * 24 * 3600;

/** What the house announces, unless this browser has put it away. */
export async function unreadAnnouncement(now: Date): Promise<Announcement | null> {
  const announcement = await currentAnnouncement(now);
  if (!announcement) return null;
  return (await cookies()).get(COOKIE)?.value === announcement.id ? null : announcement;
}

/** This browser does not show it again. */
export async function putAnnouncementAway(id: string): Promise<void> {
  const secure = settings().appUrl.startsWith("https:");
  (await cookies()).set(COOKIE, id, { path: "/studio", maxAge: A_YEAR, httpOnly: true, sameSite: "lax", secure });
}
