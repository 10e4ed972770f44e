import { expect, it } from "vitest";
import { acceptsGzip } from "@/lib/http/encodings";

it.each([
  ["gzip", true],
  ["GZIP", true],
  ["x-gzip", true],
  ["gzip, deflate, br, zstd", true],
  ["deflate,gzip;q=0.5", true],
  ["gzip ; q=0.001", true],
  ["gzip;Q=1.000", true],
  ["*", true],
  ["identity;q=0, *;q=0.1", true],
  ["br;q=1, *;q=0, gzip", true],
  [null, false],
  ["", false],
  ["identity", false],
  ["br", false],
  ["gzip;q=0", false],
  ["gzip;q=0.000", false],
  ["*;q=0", false],
  ["gzip;q=0, *", false],
  ["gzip;q=2", false],
  ["gzip;q=much", false],
  ["notgzip", false],
])("Accept-Encoding %j takes gzip: %s", (header, accepts) => {
  expect(acceptsGzip(header)).toBe(accepts);
});
