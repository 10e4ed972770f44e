import { findPublicEpisode, findPublicShow } from "@/lib/feed/public-queries";
import { settings } from "@/lib/platform/env";
import type { Gone } from "@/lib/shows/queries";
import { reservedSlugs } from "@/lib/shows/reserved-slugs";
import { isValidSlug } from "@/lib/shows/slug";

/** A listener's address that leads elsewhere (absolute), or to nothing any more. */
export type Detour = { movedTo: string } | Gone;

/**
 * Whether `/{show}` or `/{show}/{episode}` is an old address or that of something deleted for good or taken down. Next's
 * pages can say neither 301 nor 410, so the server asks before Next does.
 */
export async function findDetour(pathname: string, now: Date): Promise<Detour | null> {
  const [, show = "", episode, ...more] = pathname.split("/");
  if (more.length > 0 || !isValidSlug(show) || reservedSlugs.has(show)) return null;
  if (episode !== undefined && !isValidSlug(episode)) return null;
  const address = episode === undefined ? await findPublicShow(show, now) : await findPublicEpisode(show, episode, now);
  if (!address || "found" in address) return null;
  return "movedTo" in address ? { movedTo: `${settings().appUrl}${address.movedTo}` } : address;
}
