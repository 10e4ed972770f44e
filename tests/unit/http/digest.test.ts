import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { formatContentDigest, parseContentDigest } from "@/lib/http/digest";

// RFC 9530, appendix D: {"hello": "world"} and a line feed.
const example = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:";
const hex = "44aff4ab2d7c3250525675a08f0cfa9591168cffe51791c5f5bbc417c15a6c38";

it.each([
  [example, { sha256: hex }],
  [`sha-512=:AAAA:, ${example}`, { sha256: hex }],
  [`${example};x=1`, { sha256: hex }],
  [`sha-256=:AAAA:,${example}`, { sha256: hex }],
  [null, null],
  ["sha-512=:AAAA:", null],
  ["", "malformed"],
  [hex, "malformed"],
  [`sha-256=${hex}`, "malformed"],
  ["sha-256=:AAAA:", "malformed"],
  ["sha-256=::", "malformed"],
  ["sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=", "malformed"],
  [`SHA-256${example.slice(7)}`, "malformed"],
  [`${example}, rubbish`, "malformed"],
])("Content-Digest %j is %o", (header, digest) => {
  expect(parseContentDigest(header)).toEqual(digest);
});

it("what is written is read back", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      expect(parseContentDigest(formatContentDigest(sha256))).toEqual({ sha256 });
    }),
  );
});
