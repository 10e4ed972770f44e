import { expect, it, onTestFinished } from "vitest";
import { asker } from "@/lib/delivery/judge/ask";
import { httpCases } from "@/lib/delivery/judge/table";
import { judge } from "@/scripts/longwave/judging/judge";
import { learn } from "@/scripts/longwave/judging/learn";
import { openPoorServer, type Spoil, without } from "@/tests/support/poor-server";

const judged = async (spoil: Spoil) => {
  const server = await openPoorServer(spoil);
  const client = asker(3);
  onTestFinished(() => {
    client.close();
    server.close();
  });
  const [url, signal] = [new URL(server.url), AbortSignal.timeout(50_000)];
  const { subject } = await learn(url, client, signal);
  return judge(url, subject, client, signal);
};

const unless = (wrong: boolean, given: ReturnType<Spoil>, better: Partial<ReturnType<Spoil>>) =>
  wrong ? { ...given, ...better } : given;
const headerOf =
  (name: string, value: (old: string) => string): Spoil =>
  (given) =>
    name in given.headers
      ? { ...given, headers: { ...given.headers, [name]: value(given.headers[name] ?? "") } }
      : given;
const dropped =
  (dropping: RegExp): Spoil =>
  (given) => ({
    ...given,
    headers: Object.fromEntries(Object.entries(given.headers).filter(([name]) => !dropping.test(name))),
  });

type Flaw = [flaw: string, spoil: Spoil, named: string, found: RegExp, breaks: boolean];

const flaws: Flaw[] = [
  ["knows no ranges", without(/^range$/), "the first two bytes", /^200 instead of 206$/, true],
  [
    "counts ranges from one",
    headerOf("Content-Range", (old) => old.replace(/^bytes (\d+)/, (_, start) => `bytes ${Number(start) + 1}`)),
    "ten bytes near the beginning",
    /^Content-Range is bytes 11-19/,
    true,
  ],
  ["leaves Content-Range out", dropped(/^Content-Range$/), "the first byte", /Content-Range is missing/, true],
  [
    "sends a byte too few",
    (given) => unless(given.status === 206, given, { body: given.body.subarray(1) }),
    "ten bytes near the beginning",
    /no whole answer/,
    true,
  ],
  [
    "sends other bytes",
    (given) => unless(given.status === 206, given, { body: Buffer.from(given.body).reverse() }),
    "ten bytes near the beginning",
    /^the bytes from 10 on are not those of the file$/,
    true,
  ],
  [
    "answers HEAD with a body",
    (given, { method }) => unless(method === "HEAD", given, { body: Buffer.from("a body") }),
    "only the header",
    /^HEAD was answered with a body$/,
    true,
  ],
  [
    "says 206 to HEAD",
    (given, { method, headers }) => unless(method === "HEAD" && headers.range !== undefined, given, { status: 206 }),
    "the header, with the first bytes",
    /^206 instead of 200$/,
    false,
  ],
  ["forgets If-Range", without(/^if-range$/), "the first bytes, if it has another ETag", /^206 instead of 200$/, true],
  ["never says 304", without(/^if-(none|mod)/), "what has this ETag", /^200 instead of 304$/, false],
  [
    "always says 304",
    (given, { headers }) => unless(headers["if-none-match"] !== undefined, given, { status: 304, body: Buffer.of() }),
    "what has another ETag",
    /^304 instead of 200$/,
    true,
  ],
  [
    "fails beyond the end",
    (given) => unless(given.status === 416, given, { status: 500 }),
    "what begins at the end",
    /^the server failed with 500$/,
    true,
  ],
  [
    "says nothing of the size beyond the end",
    (given, request) => (given.status === 416 ? dropped(/^Content-Range$/)(given, request) : given),
    "the size, past the end",
    /it is missing$/,
    false,
  ],
  [
    "lets no page elsewhere in",
    dropped(/^Access-Control/),
    "the place of a part, from a page elsewhere",
    /is missing$/,
    false,
  ],
  [
    "does not know what it sends",
    headerOf("Content-Type", () => "binary/octet-stream"),
    "the type of the whole",
    /says binary\/octet-stream$/,
    true,
  ],
  [
    "zips audio",
    (given, { headers }) =>
      unless(/gzip/.test(String(headers["accept-encoding"])) && given.status === 200, given, {
        headers: { ...given.headers, "Content-Encoding": "gzip" },
      }),
    "the file, zipped if that can be",
    /^the bytes come in a coding \(gzip\)$/,
    true,
  ],
  ["has no ETag", dropped(/^ETag$/), "an ETag of the whole", /is missing$/, false],
  [
    "does not know what a browser asks first",
    (given, { method }) => unless(method === "OPTIONS", given, { status: 405, body: Buffer.of(), headers: {} }),
    "whether a page elsewhere may send Range",
    /^405 instead of 204$/,
    false,
  ],
  [
    "hides from programs without a name",
    (given, { headers }) => unless(!headers["user-agent"], given, { status: 403, body: Buffer.of(), headers: {} }),
    "the file from a program without a name",
    /^403 instead of 200$/,
    true,
  ],
];

it.each(flaws)("A server that %s is found out", async (_, spoil, named, found, breaks) => {
  const { findings } = await judged(spoil);
  const finding = findings.find(({ name }) => name === named);
  expect(finding?.found).toMatch(found);
  expect(findings.some(({ severity }) => severity === "breaks listening")).toBe(breaks);
});

it("A server that is right is asked every case and found right in all", async () => {
  const { asked, notAsked, findings } = await judged((given) => given);
  expect({ findings, notAsked }).toEqual({ findings: [], notAsked: [] });
  expect(asked).toEqual(httpCases);
});

it("What cannot be asked of a server without validators is told apart from what holds", async () => {
  const { asked, notAsked } = await judged(dropped(/^(ETag|Last-Modified)$/));
  expect(notAsked.length).toBeGreaterThan(20);
  expect(asked.length + notAsked.length).toBe(httpCases.length);
});
