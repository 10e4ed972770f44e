import { BlockList, isIP, SocketAddress } from "node:net";

/** The proxies in front of the house, from addresses and CIDR blocks such as `10.0.0.0/8`. Throws a sentence on a bad one. */
export function proxyList(entries: string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) addTo(list, entry);
  return list;
}

/**
 * The address of the client: the socket's, or, where that is a trusted proxy, the first one of X-Forwarded-For from the
 * right that is not. What stands left of it could have been written by anybody. Canonical, IPv4-mapped given as IPv4.
 */
export function clientAddress(socketAddress: string, forwardedFor: string | null, trusted: BlockList): string {
  let client = canonicalAddress(socketAddress) ?? socketAddress;
  if (forwardedFor === null) return client;
  for (const hop of forwardedFor.split(",").reverse()) {
    if (!isTrusted(client, trusted)) return client;
    const address = canonicalAddress(withoutPort(hop.trim()));
    if (address === null) return client;
    client = address;
  }
  return client;
}

/** One spelling for each address (`::FFFF:1.2.3.4` is `1.2.3.4`), or null when it is none. */
export function canonicalAddress(text: string): string | null {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(text)?.[1];
  if (mapped && isIP(mapped) === 4) return mapped;
  const address = text.replace(/%.*$/, "");
  if (isIP(address) !== 6) return isIP(address) === 4 ? address : null;
  const canonical = new SocketAddress({ address, family: "ipv6" }).address;
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(canonical)?.[1] ?? canonical;
}

/** What one household or customer has: an IPv4 address, or the /64 of an IPv6 one. Takes a canonical address. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [front = [], back = []] = address.split("::").map((half) => half.split(":").filter(Boolean));
  const zeros = Array<string>(8 - front.length - back.length).fill("0");
  return `${[...front, ...zeros, ...back].slice(0, 4).join(":")}::/64`;
}

function isTrusted(address: string, trusted: BlockList): boolean {
  return isIP(address) !== 0 && trusted.check(address, familyOf(address));
}

function addTo(list: BlockList, entry: string): void {
  const [, text = "", digits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry.trim()) ?? [];
  const address = canonicalAddress(text);
  const family = familyOf(address ?? "");
  const width = family === "ipv6" ? 128 : 32;
  // ::ffff:10.0.0.0/104 is 10.0.0.0/8.
  const bits = Number(digits ?? width) - (digits && family === "ipv4" && text.includes(":") ? 96 : 0);
  if (address === null || bits < 0 || bits > width)
    throw new Error(`"${entry}" is neither an address nor a block of addresses like 10.0.0.0/8.`);
  list.addSubnet(address, bits, family);
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return address.includes(":") ? "ipv6" : "ipv4";
}

function withoutPort(hop: string): string {
  return /^\[(.*)\](?::\d+)?$/.exec(hop)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(hop)?.[1] ?? hop;
}
