import fc from "fast-check";
import type { Ask, Thing } from "./oracle";

/** Requests as nobody in their right mind sends them, and many that are nearly right. Values have no blanks at their ends: HTTP drops those. */
export function oddRequests({ size, tag, modified }: Thing): fc.Arbitrary<Ask> {
  const number = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: size + 20 }).map(String) },
    fc.constantFrom(String(size - 1), String(size), String(size + 1), "0", "00", "007", ""),
    fc.bigInt({ min: 0n, max: 10n ** 30n }).map(String),
  );
  const beyond = fc
    .integer({ min: size, max: size + 9 })
    .chain((from) => fc.constantFrom(`${from}-`, `${from}-${from + 5}`, "-0"));
  const spec = fc.oneof(
    beyond,
    { weight: 6, arbitrary: fc.tuple(number, number).map(([from, to]) => `${from}-${to}`) },
    number.map((from) => `${from}-`),
    number.map((length) => `-${length}`),
    fc.constantFrom("", " ", "\t", "-", "x", "1.5-3", "+1-2", "1 - 2", "0-1-2", "\xa00-1", "0x1-2", "*"),
  );
  const blank = fc.constantFrom("", "", "", " ", "\t", "  ");
  const list = fc
    .array(fc.tuple(blank, spec, blank), { minLength: 1, maxLength: 3 })
    .map((specs) => specs.map((parts) => parts.join("")).join(","));
  const single = fc
    .tuple(fc.constantFrom("bytes=", "bytes=", "bytes=", "BYTES=", "Bytes="), spec)
    .map((both) => both.join(""));
  const unit = fc.constantFrom("bytes=", "bytes=", "BYTES=", "bytes", "bytes =", "items=", "byte=", "bytes==", "");
  const range = fc.oneof(
    { weight: 5, arbitrary: single },
    fc.tuple(unit, list).map((both) => both.join("")),
    junk(),
  );

  const oneTag = fc.constantFrom(
    `"${tag}"`,
    `"${tag}"`,
    `W/"${tag}"`,
    `w/"${tag}"`,
    '"x"',
    'W/"x"',
    '""',
    tag,
    `'${tag}'`,
    `"${tag}`,
    '"a,b"',
    "*",
    `"${tag}"x`,
    "W/",
    '"\xe9"',
  );
  const comma = fc.constantFrom(",", ", ", " ,", ",,", "\t,\t", " ", "");
  const tags = fc.oneof(
    { weight: 4, arbitrary: oneTag },
    fc.tuple(oneTag, comma, oneTag).map((all) => all.join("")),
    fc.tuple(comma, oneTag, comma, oneTag, comma).map((all) => all.join("")),
    junk(),
  );
  const moment = fc
    .oneof(fc.constantFrom(-1, 0, 0, 0, 1, -86_400, 86_400), fc.integer({ min: -900_000_000, max: 900_000_000 }))
    .map((seconds) => new Date(modified + seconds * 1000));
  const date = fc.oneof(
    { weight: 4, arbitrary: moment.map((at) => at.toUTCString()) },
    moment.map(asRfc850),
    moment.map(asAsctime),
    moment.map((at) => at.toISOString()),
    moment.map((at) => at.toUTCString().replace("GMT", "UTC")),
    moment.map((at) => at.toUTCString().replace(/^\w{3}/, "Mon")),
    moment.map((at) => at.toUTCString().toLowerCase()),
    fc.constantFrom(
      "yesterday",
      "0",
      "",
      "Sun, 31 Feb 2027 10:00:00 GMT",
      "Sun, 22 Nov 2026 24:00:00 GMT",
      "Sun, 22 Nov 2026 10:00:60 GMT",
      "Sun, 2 Nov 2026 10:00:00 GMT",
    ),
    junk(),
  );
  const headers = fc.record(
    {
      range,
      "if-range": fc.oneof(tags, date),
      "if-match": tags,
      "if-none-match": tags,
      "if-modified-since": date,
      "if-unmodified-since": date,
    },
    { requiredKeys: [] },
  );
  // Mostly few at a time: with all of them at once hardly anything gets as far as its range.
  const few = fc.tuple(
    headers,
    fc.shuffledSubarray(
      ["range", "range", "if-range", "if-match", "if-none-match", "if-modified-since", "if-unmodified-since"],
      { maxLength: 3 },
    ),
  );
  const some = few.map(([all, names]) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name))),
  );
  return fc.record({
    method: fc.constantFrom("GET", "GET", "GET", "GET", "HEAD"),
    headers: fc.oneof({ weight: 4, arbitrary: some }, headers).map(trimmed),
  });
}

/** Anything that may stand in a header at all. */
function junk(): fc.Arbitrary<string> {
  const letter = fc.constantFrom(...'bytes=0123456789-,*W/"x \t:;GMT\xe9\xa0\x80\xff');
  return fc.array(letter, { maxLength: 24 }).map((letters) => letters.join(""));
}

function trimmed(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace(/^[ \t]+|[ \t]+$/g, "")]),
  );
}

const long = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function asRfc850(at: Date): string {
  const [, date, month, year = "", time] = at.toUTCString().split(" ");
  return `${long[at.getUTCDay()]}, ${date}-${month}-${year.slice(2)} ${time} GMT`;
}

function asAsctime(at: Date): string {
  const [day = "", date = "", month, year, time] = at.toUTCString().split(" ");
  return `${day.slice(0, 3)} ${month} ${date.replace(/^0/, " ")} ${time} ${year}`;
}
