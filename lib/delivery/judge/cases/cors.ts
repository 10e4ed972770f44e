import {
  type HttpCase,
  notModified,
  part,
  range,
  type Saying,
  table,
  tagOf,
  unsatisfiable,
  whole,
} from "@/lib/delivery/judge/case";

const group = "web players";
const origin = { origin: "https://player.example" };
const open: Saying = {
  header: "access-control-allow-origin",
  words: "Access-Control-Allow-Origin must let the page in",
  holds: (value) => value === "*" || value === origin.origin,
};
const naming =
  (header: string) =>
  (name: string): Saying => ({
    header: header.toLowerCase(),
    words: `${header} must name ${name}`,
    holds: (value) => listOf(value).some((element) => element === "*" || element === name.toLowerCase()),
  });
const exposes = naming("Access-Control-Expose-Headers");
const allows = naming("Access-Control-Allow-Headers");

export const corsCases: HttpCase[] = [
  ...table(
    {
      group,
      severity: "differs",
      section: "WHATWG Fetch, CORS",
      why: "A player on another site that draws the sound, or keeps it for later, may read it only with these headers.",
    },
    [
      ["the file from a page elsewhere that reads it", origin, whole, { says: [open] }],
      ["a part from a page elsewhere", { ...origin, ...range("bytes=0-1") }, part(0, 1), { says: [open] }],
      ["the header from a page elsewhere", origin, whole, { method: "HEAD", says: [open] }],
      [
        "what has this ETag, from a page elsewhere",
        (o) => ({ ...origin, "if-none-match": tagOf(o) }),
        notModified,
        { needs: "etag", says: [open] },
      ],
      [
        "what begins past the end, from a page elsewhere",
        (o) => ({ ...origin, ...range(`bytes=${o.size}-`) }),
        unsatisfiable,
        { says: [open] },
      ],
      [
        "the place of a part, from a page elsewhere",
        { ...origin, ...range("bytes=0-1") },
        part(0, 1),
        { says: [exposes("Content-Range")] },
      ],
      ["the length of the whole, from a page elsewhere", origin, whole, { says: [exposes("Content-Length")] }],
      ["the ETag, from a page elsewhere", origin, whole, { says: [exposes("ETag")] }],
      ["whether it may seek, from a page elsewhere", origin, whole, { says: [exposes("Accept-Ranges")] }],
    ],
  ),
  ...table(
    {
      group,
      severity: "differs",
      section: "WHATWG Fetch, CORS-preflight fetch",
      why: "A browser asks first whether a page may send such a header. Without a yes a player there cannot go on where it stopped.",
    },
    ["Range", "If-Range", "If-None-Match"].map((name) => [
      `whether a page elsewhere may send ${name}`,
      { ...origin, "access-control-request-method": "GET", "access-control-request-headers": name.toLowerCase() },
      { status: 204 },
      { method: "OPTIONS", orElse: [200], says: [open, allows(name)] },
    ]),
  ),
];

const listOf = (value: string | null): string[] =>
  (value ?? "").split(",").map((element) => element.trim().toLowerCase());
