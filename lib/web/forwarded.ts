import type { IncomingMessage } from "node:http";

/**
 * Says once, and without the address, that a proxy is in front which nobody told the house of: until then everybody behind it
 * counts as one listener.
 */
export function forwardedWatch(trustedProxies: string[], warn: (sentence: string) => void) {
  let said = trustedProxies.length > 0;
  return ({ headers }: IncomingMessage): void => {
    if (said || headers["x-forwarded-for"] === undefined) return;
    said = true;
    warn(
      "A request came with X-Forwarded-For, which is not believed because TRUSTED_PROXIES is not set. If a proxy of yours stands in front, set TRUSTED_PROXIES to its address: until then all its visitors count as one, in limits and in numbers. If none does, somebody made it up and nothing is to be done.",
    );
  };
}
