import { dateOf, type HttpCase, OTHER_TAG, range, type Saying, table, tagOf, whole } from "@/lib/delivery/judge/case";

const group = "HEAD";

const length: Saying = {
  header: "content-length",
  words: "Content-Length must be the size of the whole",
  holds: (value, { size }) => value === `${size}`,
};
const noPart: Saying = {
  header: "content-range",
  words: "a whole has no Content-Range",
  holds: (value) => value === null,
};
const sameTag: Saying = {
  header: "etag",
  words: "the ETag must be that of GET",
  holds: (value, { etag }) => value === etag,
};
const sameDate: Saying = {
  header: "last-modified",
  words: "Last-Modified must be that of GET",
  holds: (value, { lastModified }) => value === lastModified,
};

export const headCases: HttpCase[] = [
  ...table(
    {
      group,
      method: "HEAD",
      severity: "differs",
      section: "RFC 9110 §9.3.2",
      why: "Directories look with HEAD at what a feed leads to, and write down its length and type.",
    },
    [
      ["only the header", {}, whole, { says: [length, noPart], severity: "breaks listening" }],
      ["the header that GET would have", {}, whole, { says: [sameTag, sameDate] }],
      ["only the header, zipped if that can be", { "accept-encoding": "gzip, br" }, whole],
      ["only the header, in no coding", { "accept-encoding": "identity" }, whole, { says: [length] }],
    ],
  ),
  ...table(
    {
      group,
      method: "HEAD",
      severity: "differs",
      section: "RFC 9110 §14.2",
      why: "Only GET has ranges. A HEAD that is answered with a part makes a directory write down the wrong length.",
    },
    [
      ["the header, with the first bytes", range("bytes=0-1"), whole, { says: [length, noPart] }],
      ["the header, with a range without an end", range("bytes=10-"), whole, { says: [length, noPart] }],
      ["the header, with the last bytes", range("bytes=-10"), whole, { says: [length, noPart] }],
      [
        "the header, with what begins past the end",
        ({ size }) => range(`bytes=${size}-`),
        whole,
        { says: [length, noPart] },
      ],
      ["the header, with two ranges", range("bytes=0-1,4-5"), whole, { says: [length, noPart] }],
      [
        "the header, with a range of this ETag",
        (o) => ({ ...range("bytes=0-1"), "if-range": tagOf(o) }),
        whole,
        { says: [length, noPart], needs: "etag" },
      ],
      [
        "the header, with a range of another ETag",
        { ...range("bytes=0-1"), "if-range": OTHER_TAG },
        whole,
        { says: [length, noPart] },
      ],
      [
        "the header, with a range, if it changed",
        (o) => ({ ...range("bytes=0-1"), "if-modified-since": dateOf(o, -1) }),
        whole,
        { says: [length, noPart], needs: "date" },
      ],
    ],
  ),
];
