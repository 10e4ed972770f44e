import {
  type HttpCase,
  notModified,
  OTHER_TAG,
  part,
  range,
  type Saying,
  type Subject,
  table,
  tagOf,
  unsatisfiable,
  whole,
} from "@/lib/delivery/judge/case";

const group = "headers";

const says = (header: string, words: string, holds: Saying["holds"]) => ({ says: [{ header, words, holds }] });

const playable = (value: string | null): boolean =>
  value !== null && !/^(application|binary)\/octet-stream|^text\/(html|plain)/i.test(value);
const sameTag = (value: string | null, { etag }: Subject): boolean => value === etag;

export const headerCases: HttpCase[] = [
  ...table(
    {
      group,
      severity: "breaks listening",
      section: "RFC 9110 §8.3",
      why: "Browsers and some apps refuse to play what is not said to be audio.",
    },
    [
      ["the type of the whole", {}, whole, says("content-type", "Content-Type must say what it is", playable)],
      [
        "the type of a part",
        range("bytes=0-1"),
        part(0, 1),
        says("content-type", "Content-Type must say what it is, not multipart", playable),
      ],
    ],
  ),
  ...table(
    {
      group,
      severity: "differs",
      section: "RFC 9110 §8.6",
      why: "Without a length there is no progress bar, and a download that broke off looks like one that is complete.",
    },
    [
      [
        "the length of the whole",
        {},
        whole,
        says("content-length", "Content-Length must be there", (value, { size }) => value === `${size}`),
      ],
      [
        "the length of a part",
        range("bytes=5-9"),
        part(5, 9),
        says("content-length", "Content-Length must be there", (value) => value === "5"),
      ],
      [
        "the whole in no chunks",
        {},
        whole,
        says("transfer-encoding", "no Transfer-Encoding where the length is known", (value) => value === null),
      ],
    ],
  ),
  ...table(
    {
      group,
      severity: "differs",
      section: "RFC 9110 §14.3",
      why: "Players look for this header to know whether they may seek.",
    },
    [
      [
        "whether ranges may be asked for",
        {},
        whole,
        says("accept-ranges", "Accept-Ranges must be bytes", (value) => value?.toLowerCase() === "bytes"),
      ],
      [
        "whether ranges may be asked for, by HEAD",
        {},
        whole,
        {
          method: "HEAD",
          ...says("accept-ranges", "Accept-Ranges must be bytes", (value) => value?.toLowerCase() === "bytes"),
        },
      ],
    ],
  ),
  ...table(
    {
      group,
      severity: "differs",
      section: "RFC 9110 §8.8.3",
      why: "A strong ETag is what lets an app resume a download and be sure that it is the same file.",
    },
    [
      [
        "an ETag of the whole",
        {},
        whole,
        says("etag", "a strong ETag in quotes must be there", (value) => /^"[^"]+"$/.test(value ?? "")),
      ],
      [
        "the same ETag of a part",
        range("bytes=0-1"),
        part(0, 1),
        { section: "RFC 9110 §15.3.7", ...says("etag", "a part has the ETag of the whole", sameTag) },
      ],
      [
        "the same ETag of what is not sent again",
        (o) => ({ "if-none-match": tagOf(o) }),
        notModified,
        { needs: "etag", section: "RFC 9110 §15.4.5", ...says("etag", "a 304 has the ETag of the whole", sameTag) },
      ],
      [
        "the same ETag twice",
        { "cache-control": "no-cache" },
        whole,
        says("etag", "the ETag must stay while the file does", sameTag),
      ],
      [
        "a date of change",
        {},
        whole,
        {
          section: "RFC 9110 §8.8.2",
          ...says("last-modified", "Last-Modified must be a date that is not to come", isPast),
        },
      ],
      [
        "the same date of a part",
        range("bytes=0-1"),
        part(0, 1),
        {
          section: "RFC 9110 §15.3.7",
          ...says(
            "last-modified",
            "a part has the date of the whole",
            (value, { lastModified }) => value === null || value === lastModified,
          ),
        },
      ],
    ],
  ),
  ...table(
    {
      group,
      severity: "differs",
      section: "RFC 9110 §15.3.7",
      why: "A cache keeps parts as it keeps the whole, if it is told the same about both.",
    },
    [
      [
        "how long the whole may be kept",
        {},
        whole,
        {
          section: "RFC 9111 §5.2",
          ...says("cache-control", "Cache-Control must say how long, and not no-store", isKept),
        },
      ],
      [
        "how long a part may be kept",
        range("bytes=0-1"),
        part(0, 1),
        says("cache-control", "Cache-Control must say how long, and not no-store", isKept),
      ],
      [
        "how long what has this ETag may be kept",
        (o) => ({ "if-none-match": tagOf(o) }),
        notModified,
        {
          needs: "etag",
          section: "RFC 9110 §15.4.5",
          ...says("cache-control", "a 304 says how long as the 200 does", isKept),
        },
      ],
      [
        "the time of the answer",
        {},
        whole,
        {
          section: "RFC 9110 §6.6.1",
          ...says("date", "Date must be there", (value) => !Number.isNaN(Date.parse(value ?? ""))),
        },
      ],
    ],
  ),
  ...table(
    {
      group,
      severity: "differs",
      section: "RFC 9110 §14.4",
      why: "Who asked past the end learns from the refusal how long the file is, and asks again.",
    },
    [
      [
        "the size, past the end",
        ({ size }) => range(`bytes=${size}-`),
        unsatisfiable,
        says("content-range", "Content-Range must be bytes */size", (value, { size }) => value === `bytes */${size}`),
      ],
      [
        "to keep nothing, past the end",
        ({ size }) => range(`bytes=${size + 5}-`),
        unsatisfiable,
        {
          section: "RFC 9111 §3",
          ...says(
            "cache-control",
            "a refusal must not be kept for others",
            (value) => !/max-age=[1-9]/.test(value ?? ""),
          ),
        },
      ],
      [
        "no part, without a range",
        {},
        whole,
        says("content-range", "a whole has no Content-Range", (value) => value === null),
      ],
      [
        "no part, of another ETag",
        { ...range("bytes=0-1"), "if-range": OTHER_TAG },
        whole,
        says("content-range", "a whole has no Content-Range", (value) => value === null),
      ],
    ],
  ),
  ...table(
    {
      group,
      severity: "differs",
      section: "WHATWG Fetch, nosniff",
      why: "Uploaded files come from strangers: a browser that guesses their type may run one of them as a page.",
    },
    [
      [
        "that nobody guesses the type",
        {},
        whole,
        says("x-content-type-options", "X-Content-Type-Options must be nosniff", (value) => value === "nosniff"),
      ],
      [
        "no cookie with the whole",
        {},
        whole,
        {
          section: "RFC 6265 §3",
          ...says("set-cookie", "audio sets no cookie: caches keep none that does", (value) => value === null),
        },
      ],
      [
        "no cookie with a part",
        range("bytes=0-1"),
        part(0, 1),
        {
          section: "RFC 6265 §3",
          ...says("set-cookie", "audio sets no cookie: caches keep none that does", (value) => value === null),
        },
      ],
    ],
  ),
];

function isPast(value: string | null): boolean {
  const time = Date.parse(value ?? "");
  return !Number.isNaN(time) && time <= Date.now() + 60_000;
}

function isKept(value: string | null): boolean {
  return value !== null && !/no-store/i.test(value) && /max-age=\d|no-cache|public|s-maxage/i.test(value);
}
