import { expect, it } from "vitest";
import { preferredCoding } from "@/lib/http/encodings";

it.each([
  ["gzip", "gzip"],
  ["GZIP", "gzip"],
  ["x-gzip", "gzip"],
  ["br", "br"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["deflate,gzip;q=0.5", "gzip"],
  ["gzip ; q=0.001", "gzip"],
  ["gzip;Q=1.000", "gzip"],
  ["br;q=0.5, gzip;q=0.9", "gzip"],
  ["br;q=0.9, gzip;q=0.5", "br"],
  ["gzip;q=0.5, br;q=0.5", "br"],
  ["*", "br"],
  ["br;q=0, *", "gzip"],
  ["identity;q=0, *;q=0.1", "br"],
  ["gzip;q=1, *;q=0", "gzip"],
  ["br;q=1, *;q=0, gzip", "br"],
  ["gzip;q=0.5, identity", "identity"],
  ["gzip;q=0.2, identity;q=0.1", "gzip"],
  ["identity;q=0.5, *;q=0.1", "identity"],
  [null, "identity"],
  ["", "identity"],
  ["identity", "identity"],
  ["deflate, zstd", "identity"],
  ["gzip;q=0", "identity"],
  ["gzip;q=0.000", "identity"],
  ["*;q=0", "identity"],
  ["gzip;q=0, br;q=0, *", "identity"],
  ["identity;q=0", "identity"],
  ["gzip;q=2", "identity"],
  ["gzip;q=much", "identity"],
  ["notgzip, brotli", "identity"],
])("Accept-Encoding %j prefers %s", (header, coding) => {
  expect(preferredCoding(header)).toBe(coding);
});
