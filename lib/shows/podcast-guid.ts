import { createHash } from "node:crypto";

const namespace = Buffer.from("ead4c236bf5858c6a2c6a6b28d128cb6", "hex");

/**
 * The podcast:guid of a feed's address: UUIDv5 (RFC 9562 §5.5) of the address without scheme and trailing slashes.
 * Made once, from the first address; it never changes when the feed moves.
 */
export function podcastGuid(feedUrl: string): string {
  const name = feedUrl.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").replace(/\/+$/, "");
  const bytes = createHash("sha1").update(namespace).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// RFC 6761, RFC 6762 and RFC 8375, and what routers and companies use beside them.
const privateEndings = /\.(?:localhost|local|lan|internal|intranet|home|corp|test|example|invalid|home\.arpa)$/;

/** Whether an address means the same host to everyone: https on a public name, neither an IP address nor a bare one. */
export function isPublicAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" && /\.[a-z][a-z0-9-]*$/.test(hostname) && !privateEndings.test(hostname);
}
