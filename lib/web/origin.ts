import { settings } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";

type Value = string | null | undefined;

/**
 * Whether a change comes from a page of the house at `appUrl`. Browsers send Origin with every POST; where it is missing
 * only `Sec-Fetch-Site`, which no page can forge, may vouch for it.
 */
export function isFromOurPages(appUrl: string, origin: Value, site: Value): boolean {
  return origin ? origin === new URL(appUrl).origin : site === "same-origin";
}

/** Throws `malformed` when these headers came with a change from another site. */
export function refuseOtherSites(sent: Pick<Headers, "get">): void {
  if (isFromOurPages(settings().appUrl, sent.get("origin"), sent.get("sec-fetch-site"))) return;
  throw new DomainError("malformed", "This was sent from another site. Open the page here and send it again.");
}
