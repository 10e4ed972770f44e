import fc from "fast-check";
import { expect, it } from "vitest";
import { bytesFromWords, bytesInWords, bytesToType } from "@/lib/accounts/bytes";

it.each([
  ["10 GB", 10n ** 10n],
  ["2 gb", 2_000_000_000n],
  ["1,5 TB", 1_500_000_000_000n],
  ["500m", 500_000_000n],
  ["100 GiB", 100n * 1024n ** 3n],
  ["12 bytes", 12n],
  ["0.4 bytes", 0n],
  ["100", null],
  ["1,000 GB", null],
  ["-1 GB", null],
  ["1e3 GB", null],
  ["10 apples", null],
  ["", null],
])("%j is read as %s", (words, bytes) => expect(bytesFromWords(words)).toBe(bytes));

it.each([
  [0, "0 bytes"],
  [0.3, "0 bytes"],
  [1n, "1 byte"],
  [999n, "999 bytes"],
  [1_536n, "1.54 KB"],
  [960_948, "961 KB"],
  [999_700, "1 MB"],
  [42_512_345n, "42.5 MB"],
  [100_000_000_000n, "100 GB"],
  [107_374_182_400n, "107 GB"],
  [10n ** 18n, "1,000 PB"],
])("%s bytes are spoken of as %s", (bytes, words) => expect(bytesInWords(bytes)).toBe(words));

it("a size in a form that nobody touched is read back as it was", () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 18n), (bytes) => {
      expect(bytesFromWords(bytesToType(bytes))).toBe(bytes);
    }),
  );
});

it.each([
  [10_000_000_000n, "10 GB"],
  [1_500_000n, "1.5 MB"],
  [107_374_182_400n, "107.3741824 GB"],
  [1n, "1 bytes"],
])("%s bytes stand in a form as %s", (bytes, words) => expect(bytesToType(bytes)).toBe(words));
