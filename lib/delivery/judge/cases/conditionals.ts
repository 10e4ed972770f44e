import {
  dateOf,
  from,
  type HttpCase,
  notModified,
  OTHER_TAG,
  part,
  range,
  refused,
  table,
  tagOf,
  whole,
} from "@/lib/delivery/judge/case";

const group = "conditionals";
const opaque = (tag: string): string => tag.replace(/^W\//, "");

export const conditionalCases: HttpCase[] = [
  ...table(
    {
      group,
      severity: "differs",
      section: "RFC 9110 §13.1.2",
      needs: "etag",
      why: "Apps and caches that have the file ask whether it is still the one; without a 304 they fetch all of it again.",
    },
    [
      ["what has this ETag", (o) => ({ "if-none-match": tagOf(o) }), notModified],
      ["what has this ETag, weakly", (o) => ({ "if-none-match": `W/${opaque(tagOf(o))}` }), notModified],
      ["what has one of two ETags", (o) => ({ "if-none-match": `${OTHER_TAG}, ${tagOf(o)}` }), notModified],
      [
        "what has one of two ETags, without a blank",
        (o) => ({ "if-none-match": `${tagOf(o)},${OTHER_TAG}` }),
        notModified,
      ],
      ["what has this ETag after an empty one", (o) => ({ "if-none-match": `, ${tagOf(o)}` }), notModified],
      ["what has an ETag with a comma in it, or this", (o) => ({ "if-none-match": `"a,b", ${tagOf(o)}` }), notModified],
      ["what is there at all", { "if-none-match": "*" }, notModified, { needs: null }],
      [
        "the first bytes of what has this ETag",
        (o) => ({ ...range("bytes=0-1"), "if-none-match": tagOf(o) }),
        notModified,
      ],
      [
        "what begins past the end, with this ETag",
        (o) => ({ ...range(`bytes=${o.size}-`), "if-none-match": tagOf(o) }),
        notModified,
      ],
      ["whether it has this ETag, by HEAD", (o) => ({ "if-none-match": tagOf(o) }), notModified, { method: "HEAD" }],
    ],
  ),
  ...table(
    {
      group,
      severity: "breaks listening",
      section: "RFC 9110 §13.1.2",
      why: "Who has an older file, or another, must get this one: a 304 would keep them on the wrong sound for ever.",
    },
    [
      ["what has another ETag", { "if-none-match": OTHER_TAG }, whole],
      ["what has one of two others", { "if-none-match": `${OTHER_TAG}, W/"longwave-and-another"` }, whole],
      ["what has an empty ETag", { "if-none-match": '""' }, whole],
      [
        "what has this ETag without its quotes",
        (o) => ({ "if-none-match": opaque(tagOf(o)).slice(1, -1) }),
        whole,
        { needs: "etag", severity: "differs", orElse: [304, 400] },
      ],
      [
        "what has this ETag in capitals, and a letter more",
        (o) => ({ "if-none-match": `"X${opaque(tagOf(o)).slice(1)}` }),
        whole,
        { needs: "etag" },
      ],
      ["the first bytes of what has another ETag", { ...range("bytes=0-1"), "if-none-match": OTHER_TAG }, part(0, 1)],
      ["what has another ETag, by HEAD", { "if-none-match": OTHER_TAG }, whole, { method: "HEAD" }],
    ],
  ),
  ...table(
    {
      group,
      severity: "differs",
      section: "RFC 9110 §13.1.3",
      needs: "date",
      why: "Simpler programs remember a date and no ETag; without a 304 they fetch everything every time.",
    },
    [
      ["what changed since it did", (o) => ({ "if-modified-since": dateOf(o) }), notModified],
      ["what changed since a second later", (o) => ({ "if-modified-since": dateOf(o, 1) }), notModified],
      [
        "the first bytes of what changed since it did",
        (o) => ({ ...range("bytes=0-1"), "if-modified-since": dateOf(o) }),
        notModified,
      ],
      [
        "whether it changed since it did, by HEAD",
        (o) => ({ "if-modified-since": dateOf(o) }),
        notModified,
        { method: "HEAD" },
      ],
    ],
  ),
  ...table(
    {
      group,
      severity: "breaks listening",
      section: "RFC 9110 §13.1.3",
      needs: "date",
      why: "What changed after the date that somebody has must come, and what is no date says nothing.",
    },
    [
      ["what changed since a second before", (o) => ({ "if-modified-since": dateOf(o, -1) }), whole],
      ["what changed since the year before", (o) => ({ "if-modified-since": dateOf(o, -31_536_000) }), whole],
      ["what changed since yesterday, in words", { "if-modified-since": "yesterday" }, whole, { needs: null }],
      [
        "what changed since a day that is none",
        { "if-modified-since": "Mon, 31 Feb 2050 10:00:00 GMT" },
        whole,
        { needs: null, severity: "differs", orElse: [304] },
      ],
      [
        "what has another ETag, or changed",
        (o) => ({ "if-none-match": OTHER_TAG, "if-modified-since": dateOf(o) }),
        whole,
        { severity: "differs", section: "RFC 9110 §13.2.2" },
      ],
    ],
  ),
  ...table(
    {
      group,
      severity: "differs",
      section: "RFC 9110 §13.2.2",
      why: "Two conditions at once have an order; caches of different makers rely on it.",
    },
    [
      [
        "what has this ETag, or changed",
        (o) => ({ "if-none-match": tagOf(o), "if-modified-since": "Thu, 01 Jan 1970 00:00:00 GMT" }),
        notModified,
        { needs: "etag" },
      ],
      [
        "only another, and what has this ETag",
        (o) => ({ "if-match": OTHER_TAG, "if-none-match": tagOf(o) }),
        refused,
        { needs: "etag" },
      ],
      [
        "only this, although it changed since",
        (o) => ({ "if-match": tagOf(o), "if-unmodified-since": "Thu, 01 Jan 1970 00:00:00 GMT" }),
        whole,
        { needs: "strong etag" },
      ],
      [
        "only this, and what has another ETag",
        (o) => ({ "if-match": tagOf(o), "if-none-match": OTHER_TAG }),
        whole,
        { needs: "strong etag" },
      ],
    ],
  ),
  ...table(
    {
      group,
      severity: "differs",
      section: "RFC 9110 §13.1.1",
      needs: "strong etag",
      why: "Download managers go on only with the same file: 412 tells them that it is another, before they mix two.",
    },
    [
      ["only this", (o) => ({ "if-match": tagOf(o) }), whole],
      ["only this or another", (o) => ({ "if-match": `${OTHER_TAG}, ${tagOf(o)}` }), whole],
      ["only what is there", { "if-match": "*" }, whole, { needs: null }],
      ["only this, weakly", (o) => ({ "if-match": `W/${tagOf(o)}` }), refused, { orElse: [200] }],
      ["only another", { "if-match": OTHER_TAG }, refused, { needs: null }],
      ["the first bytes of another", { ...range("bytes=0-1"), "if-match": OTHER_TAG }, refused, { needs: null }],
      ["the first bytes of this", (o) => ({ ...range("bytes=0-1"), "if-match": tagOf(o) }), part(0, 1)],
      ["the rest of this from a byte on", (o) => ({ ...range("bytes=9-"), "if-match": tagOf(o) }), from(9)],
      ["only another, by HEAD", { "if-match": OTHER_TAG }, refused, { method: "HEAD", needs: null }],
    ],
  ),
  ...table(
    {
      group,
      severity: "differs",
      section: "RFC 9110 §13.1.4",
      needs: "date",
      why: "The same for programs that remember a date and no ETag.",
    },
    [
      ["only what has not changed since it did", (o) => ({ "if-unmodified-since": dateOf(o) }), whole],
      ["only what has not changed since a second before", (o) => ({ "if-unmodified-since": dateOf(o, -1) }), refused],
      [
        "only what has not changed since yesterday, in words",
        { "if-unmodified-since": "yesterday" },
        whole,
        { needs: null },
      ],
      [
        "the first bytes of what has not changed since",
        (o) => ({ ...range("bytes=0-1"), "if-unmodified-since": dateOf(o) }),
        part(0, 1),
      ],
    ],
  ),
];
