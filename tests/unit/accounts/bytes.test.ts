import fc from "fast-check";
import { expect, it } from "vitest";
import { bytesFromWords, bytesInWords, bytesToType } from "@/lib/accounts/bytes";

it.each([
  ["100 GiB", 100n * 1024n ** 3n],
  ["1,5 TiB", 1_649_267_441_664n],
  ["500m", 500n * 1024n ** 2n],
  ["2 gb", 2_000_000_000n],
  ["12 bytes", 12n],
  ["100", null],
  ["-1 GiB", null],
  ["1e3 GiB", null],
  ["10 apples", null],
  ["", null],
])("%j is read as %s", (words, bytes) => expect(bytesFromWords(words)).toBe(bytes));

it.each([
  [0n, "0 bytes"],
  [1023n, "1,023 bytes"],
  [1536n, "2 KiB"],
  [1_610_612_736n, "1.5 GiB"],
  [107_374_182_400n, "100 GiB"],
])("%s bytes are spoken of as %s", (bytes, words) => expect(bytesInWords(bytes)).toBe(words));

it("a size in a form that nobody touched is read back as it was", () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 15n - 1n), (bytes) => {
      expect(bytesFromWords(bytesToType(bytes))).toBe(bytes);
    }),
  );
  expect(bytesToType(2n * 1024n ** 3n)).toBe("2 GiB");
  expect(bytesToType(100_000_000_000n)).toBe("100 GB");
});
