import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { etagOf, parseEntityTag, parseEntityTags, stronglyEqual, weaklyEqual } from "@/lib/http/etags";

const strong = (opaque: string) => ({ weak: false, opaque });
const weak = (opaque: string) => ({ weak: true, opaque });

describe("a list of entity-tags", () => {
  it.each([
    ["*", "*"],
    [" * ", "*"],
    ['"a"', [strong('"a"')]],
    ['W/"a"', [weak('"a"')]],
    ['""', [strong('""')]],
    ['"a", W/"b" ,"c"', [strong('"a"'), weak('"b"'), strong('"c"')]],
    ['"a,b", "c"', [strong('"a,b"'), strong('"c"')]],
    [', ,"a",,', [strong('"a"')]],
    ['"W/"', [strong('"W/"')]],
  ])("%s is read", (header, tags) => {
    expect(parseEntityTags(header)).toEqual(tags);
  });

  it.each(["", "a", '"a', 'a"', 'w/"a"', 'W/ "a"', '"a" "b"', '"a""b"', '"a", b', '*, "a"', '"a b"', '"a\u0000"'])(
    "%s is malformed and holds none",
    (header) => {
      expect(parseEntityTags(header)).toEqual([]);
    },
  );

  it("survives any text in time that grows no faster than the text", () => {
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseEntityTags(text)) || text.trim() === "*"));
    expect(parseEntityTags(`${'"a" ,'.repeat(20_000)}x`)).toEqual([]);
  });
});

it("one entity-tag is neither a list nor a star", () => {
  expect(parseEntityTag('"a"')).toEqual(strong('"a"'));
  expect(parseEntityTag('"a", "b"')).toBeNull();
  expect(parseEntityTag("*")).toBeNull();
});

// RFC 9110 §8.8.3.2, the table.
it.each([
  [weak('"1"'), weak('"1"'), false, true],
  [weak('"1"'), weak('"2"'), false, false],
  [weak('"1"'), strong('"1"'), false, true],
  [strong('"1"'), strong('"1"'), true, true],
])("%o and %o: strongly equal %s, weakly %s", (a, b, strongly, weakly) => {
  expect([stronglyEqual(a, b), weaklyEqual(a, b)]).toEqual([strongly, weakly]);
});

it("the ETag of an object is its hash in quotes", () => {
  expect(parseEntityTag(etagOf("ab12"))).toEqual(strong('"ab12"'));
});
