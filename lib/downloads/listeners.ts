import { createHmac } from "node:crypto";
import { canonicalAddress, networkOf } from "@/lib/http/client-address";

/**
 * What stands for an address where it must not be known: HMAC-SHA-256 of the IPv4 address, or of the /64 of an IPv6 one
 * (standards: PTM v2.3 §5.5). IPv4 inside IPv6 is IPv4. Whoever has the key can still try all addresses, so the key goes.
 */
export function listenerMark(address: string, key: Uint8Array): Buffer {
  const canonical = canonicalAddress(address);
  return createHmac("sha256", key)
    .update(canonical === null ? "" : networkOf(canonical))
    .digest();
}
