import {
  dateOf,
  type HttpCase,
  OTHER_TAG,
  part,
  range,
  table,
  tagOf,
  unsatisfiable,
  whole,
} from "@/lib/delivery/judge/case";

const group = "If-Range";

export const ifRangeCases: HttpCase[] = [
  ...table(
    {
      group,
      severity: "breaks listening",
      section: "RFC 9110 §13.1.5",
      why: "Who resumes a download of a file that was replaced must get the new one whole, not its second half behind the old first.",
    },
    [
      ["the first bytes, if it has another ETag", { ...range("bytes=0-1"), "if-range": OTHER_TAG }, whole],
      ["bytes from the middle, if it has another ETag", { ...range("bytes=50-59"), "if-range": OTHER_TAG }, whole],
      [
        "what begins past the end, if it has another ETag",
        (o) => ({ ...range(`bytes=${o.size}-`), "if-range": OTHER_TAG }),
        whole,
      ],
      [
        "the first bytes, if it has not changed since a second before",
        (o) => ({ ...range("bytes=0-1"), "if-range": dateOf(o, -1) }),
        whole,
        { needs: "date" },
      ],
      [
        "the first bytes, if it has not changed since a second later",
        (o) => ({ ...range("bytes=0-1"), "if-range": dateOf(o, 1) }),
        whole,
        { needs: "date", severity: "differs" },
      ],
      ["the first bytes, if nonsense", { ...range("bytes=0-1"), "if-range": "nonsense" }, whole],
    ],
  ),
  ...table(
    {
      group,
      severity: "differs",
      section: "RFC 9110 §13.1.5",
      needs: "strong etag",
      why: "Apps resume with If-Range: without a 206 a download that broke at 90 % begins anew.",
    },
    [
      [
        "the first bytes, if it has this ETag",
        (o) => ({ ...range("bytes=0-1"), "if-range": tagOf(o) }),
        part(0, 1),
        { severity: "breaks listening" },
      ],
      [
        "bytes from the middle, if it has this ETag",
        (o) => ({ ...range("bytes=50-59"), "if-range": tagOf(o) }),
        part(50, 59),
        { severity: "breaks listening" },
      ],
      [
        "what begins past the end, if it has this ETag",
        (o) => ({ ...range(`bytes=${o.size}-`), "if-range": tagOf(o) }),
        unsatisfiable,
      ],
      [
        "the first bytes, if it has not changed since it did",
        (o) => ({ ...range("bytes=0-1"), "if-range": dateOf(o) }),
        part(0, 1),
        { needs: "date", orElse: [200] },
      ],
      [
        "the first bytes, if it has this ETag, weakly",
        (o) => ({ ...range("bytes=0-1"), "if-range": `W/${tagOf(o)}` }),
        whole,
      ],
      ["everything, if it has this ETag", (o) => ({ "if-range": tagOf(o) }), whole],
      ["everything, if it has another ETag", { "if-range": OTHER_TAG }, whole, { needs: null }],
    ],
  ),
];
