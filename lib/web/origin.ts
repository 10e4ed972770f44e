import { settings } from "@/lib/platform/env";

/**
 * Whether a change comes from our own pages. Browsers send Origin with every POST; where it is missing only
 * `Sec-Fetch-Site`, which no page can forge, may vouch for it.
 */
export function isFromOurPages(origin: string | null | undefined, site: string | null | undefined): boolean {
  return origin ? origin === new URL(settings().appUrl).origin : site === "same-origin";
}
