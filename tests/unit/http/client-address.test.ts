import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalAddress, clientAddress, proxyList } from "@/lib/http/client-address";

const trusted = proxyList(["127.0.0.1", "10.0.0.0/8", "fd00::/8", "::1"]);

describe("the client's address", () => {
  it.each([
    ["203.0.113.9", null, "203.0.113.9"],
    ["203.0.113.9", "198.51.100.1", "203.0.113.9"],
    ["10.0.0.2", null, "10.0.0.2"],
    ["10.0.0.2", "", "10.0.0.2"],
    ["10.0.0.2", "198.51.100.1", "198.51.100.1"],
    ["10.0.0.2", "1.1.1.1, 198.51.100.1", "198.51.100.1"],
    ["10.0.0.2", "1.1.1.1, 198.51.100.1, 10.9.9.9", "198.51.100.1"],
    ["10.0.0.2", "10.1.1.1, 10.9.9.9", "10.1.1.1"],
    ["10.0.0.2", "1.1.1.1, nonsense, 10.9.9.9", "10.9.9.9"],
    ["10.0.0.2", "unknown", "10.0.0.2"],
    ["10.0.0.2", "198.51.100.1:4711", "198.51.100.1"],
    ["10.0.0.2", "[2001:db8::1]:4711", "2001:db8::1"],
    ["10.0.0.2", "2001:DB8:0:0::1", "2001:db8::1"],
    ["::ffff:10.0.0.2", "198.51.100.1", "198.51.100.1"],
    ["::ffff:203.0.113.9", "198.51.100.1", "203.0.113.9"],
    ["::1", "::ffff:198.51.100.1", "198.51.100.1"],
    ["fd12::1", "2001:db8::7", "2001:db8::7"],
    ["fe80::1%eth0", "2001:db8::7", "fe80::1"],
  ])("socket %s, X-Forwarded-For %j: %s", (socket, forwarded, client) => {
    expect(clientAddress(socket, forwarded, trusted)).toBe(client);
  });

  it("is the socket's when no proxy is trusted, whatever is claimed", () => {
    const none = proxyList([]);
    fc.assert(
      fc.property(fc.ipV4(), fc.string(), (socket, claim) => {
        expect(clientAddress(socket, claim, none)).toBe(socket);
      }),
    );
  });

  it("cannot be forged by what the client wrote left of the proxy's entry", () => {
    fc.assert(
      fc.property(fc.string(), (claim) => {
        expect(clientAddress("10.0.0.2", `${claim}, 203.0.113.9`, trusted)).toBe("203.0.113.9");
      }),
    );
  });
});

it.each(["", "localhost", "10.0.0.0/33", "::/129", "10.0.0.0/8/8", "10.0.0.0/x", "10.0.0/8", "::ffff:10.0.0.0/95"])(
  "%j is no trusted proxy",
  (entry) => {
    expect(() => proxyList([entry])).toThrow("neither an address nor a block");
  },
);

it("an IPv4-mapped block means the IPv4 block", () => {
  expect(clientAddress("10.1.2.3", "192.0.2.1", proxyList(["::ffff:10.0.0.0/104"]))).toBe("192.0.2.1");
  expect(canonicalAddress("::FFFF:10.0.0.1")).toBe("10.0.0.1");
});
