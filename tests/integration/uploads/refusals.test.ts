import { describe, expect, it } from "vitest";
import { signed } from "@/lib/accounts/actor";
import { abortUpload } from "@/lib/media/mutations";
import { PART_SIZE } from "@/lib/media/parts";
import { store } from "@/lib/media/store";
import { sweepLeftovers } from "@/lib/media/sweep";
import { DomainError } from "@/lib/platform/errors";
import { useDatabase } from "@/tests/support/database";
import { limit, makeOwner, type Person } from "@/tests/support/people";
import { makeShow } from "@/tests/support/shows";
import { eachStore, useStore } from "@/tests/support/stores";
import { ftyp, mdat, moov, mpegFrames, xingFrame } from "@/tests/support/synthetic-audio";
import { begin, booked, complete, sendAll, sendPart, upload, uploadOf } from "@/tests/support/uploading";

useDatabase();

const short = mpegFrames(200);
const text = (words: string, size = 4096) => Buffer.from(words.padEnd(size, "\0"), "latin1");
const nowhere = "0".repeat(64);

type Try = (owner: Person, show: { slug: string }) => Promise<unknown>;

/** What the API refuses at once, with its code and sentence. */
const refusedAtOnce: [what: string, code: string, sentence: RegExp, attempt: Try][] = [
  ["an empty file", "refused-file", /empty/, (owner, show) => begin(owner, show, 0)],
  [
    "a file larger than the plan allows",
    "too-large",
    /larger than your plan allows for one file \(1 MB\)/,
    async (owner, show) => {
      await limit(owner.workspaceId, 8e6, 1e6);
      await begin(owner, show, 1e6 + 1);
    },
  ],
  [
    "a file for which there is no room, uploads under way counted",
    "quota-used-up",
    /not enough room left in your plan \(1 MB in all\)/,
    async (owner, show) => {
      await limit(owner.workspaceId, 1e6);
      await begin(owner, show, 5e5);
      await begin(owner, show, 5e5 + 1);
    },
  ],
  [
    "a file in more parts than a store takes, whatever the plan",
    "too-large",
    /No file can be larger than 83.9 GB/,
    async (owner, show) => {
      await limit(owner.workspaceId, Number.MAX_SAFE_INTEGER);
      await begin(owner, show, 10_000 * PART_SIZE + 1);
    },
  ],
  ["a completion before its parts", "upload-incomplete", /1 of its parts are missing/, unfinished],
  ["a part before the first", "wrong-part", /no part 0/, (owner, show) => part(owner, show, 0, short)],
  ["a part after the last", "wrong-part", /no part 2/, (owner, show) => part(owner, show, 2, short)],
  ["half a part", "wrong-part", /no part 0.5/, (owner, show) => part(owner, show, 0.5, short)],
  [
    "a part that announces another size",
    "wrong-part",
    /exactly 83400 bytes; 7 were announced/,
    (owner, show) => part(owner, show, 1, short, { length: 7 }),
  ],
  ["a part of no bytes", "wrong-part", /exactly 83400 bytes/, (owner, show) => part(owner, show, 1, Buffer.alloc(0))],
  ["a part cut short", "wrong-part", /exactly 83400 bytes/, (owner, show) => part(owner, show, 1, short.subarray(9))],
  [
    "a part that goes on too long",
    "wrong-part",
    /exactly 83400 bytes/,
    (owner, show) => part(owner, show, 1, Buffer.concat([short, short])),
  ],
  [
    "a part of another hash than promised",
    "wrong-part",
    /SHA-256 is not the one promised in Content-Digest/,
    (owner, show) => part(owner, show, 1, short, { promised: nowhere }),
  ],
  ["a part of an upload given up", "conflict", /closed/, (owner, show) => givenUp(owner, show, sendOne)],
  ["completing an upload given up", "conflict", /given up/, (owner, show) => givenUp(owner, show, complete)],
];

type Read = [what: string, sentence: RegExp, file: Uint8Array, promised?: string];

/** What only looking into the whole file shows. */
const refusedWhenRead: Read[] = [
  ["a text", /not audio/, Buffer.from("Dear listener, ".repeat(300))],
  ["another whole than promised", /SHA-256 is not the one you promised/, short, nowhere],
];

/** Others of their kind, that the store has no part in. */
const refusedAlike: Read[] = [
  ["a web page", /a web page \(HTML\), which is not audio/, text("<!doctype html><title>x</title>")],
  ["a picture", /a JPEG picture, which is not audio/, text("\xff\xd8\xff\xe0")],
  ["an archive", /a ZIP archive.*not audio/, text("PK\x03\x04")],
  ["WAV", /a WAV file\. Longwave takes MP3 and M4A/, text("RIFF\0\0\0\0WAVEfmt ")],
  ["FLAC", /a FLAC file\. Longwave takes MP3 and M4A/, text("fLaC\0\0\0\x22")],
  ["Ogg", /an Ogg file\. Longwave takes MP3 and M4A/, text("OggS\0\x02")],
  ["Opus", /an Opus file\. Longwave takes MP3 and M4A/, text(`${"OggS".padEnd(28, "\0")}OpusHead`)],
  [
    "random bytes",
    /not audio that Longwave knows/,
    Buffer.from(Array.from({ length: 9000 }, (_, n) => (n * 131) % 251)),
  ],
  [
    "an MP3 that breaks off",
    /cut short: the end of the sound is missing/,
    Buffer.concat([xingFrame(1000), mpegFrames(200)]),
  ],
  [
    "an M4A that breaks off",
    /cut short: the end of the sound is missing/,
    Buffer.concat([ftyp(), moov({}), mdat()]).subarray(0, -9000),
  ],
];

eachStore("an upload refused", () => {
  it.each(refusedAtOnce)("is %s", async (_, code, sentence, attempt) => {
    const owner = await makeOwner();
    const refusal = await attempt(owner, await makeShow(owner)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({ code, message: expect.stringMatching(sentence) });
  });

  it.each(refusedWhenRead)("is %s: it gives its room back and its bytes are swept", refuses);

  it("says how many parts are missing, and which", async () => {
    const owner = await makeOwner();
    const opened = await begin(owner, await makeShow(owner), 2 * PART_SIZE + 1);
    await sendPart(owner, opened, 2, Buffer.alloc(PART_SIZE));
    await expect(complete(owner, opened)).rejects.toMatchObject({ facts: { missing: [1, 3] } });
  });

  it("gives its room back when it is given up", async () => {
    const owner = await makeOwner();
    await givenUp(owner, await makeShow(owner), async () => {});
    expect(await booked(owner)).toEqual({ stored: 0, reserved: 0 });
  });
});

describe("a file refused", () => {
  useStore();
  it.each(refusedAlike)("is %s: it gives its room back and its bytes are swept", refuses);
});

async function refuses(_: string, sentence: RegExp, file: Uint8Array, promised?: string) {
  const owner = await makeOwner();
  const media = await upload(owner, await makeShow(owner), file, promised);
  expect(media).toMatchObject({ state: "refused", reason: expect.stringMatching(sentence) });
  expect(await booked(owner)).toEqual({ stored: 0, reserved: 0 });
  await sweepLeftovers(new Date());
  expect(await store().head(media.key)).toBeNull();
}

async function unfinished(owner: Person, show: { slug: string }) {
  await complete(owner, await begin(owner, show, short.length));
}

async function part(
  owner: Person,
  show: { slug: string },
  number: number,
  bytes: Uint8Array,
  said: { length?: number; promised?: string } = {},
) {
  await sendPart(owner, await begin(owner, show, short.length), number, bytes, said);
}

const sendOne = (owner: Person, upload: { id: string }) => sendPart(owner, upload, 1, short);

async function givenUp(
  owner: Person,
  show: { slug: string },
  then: (owner: Person, upload: { id: string }) => unknown,
) {
  const opened = await begin(owner, show, short.length);
  await sendAll(owner, opened, short);
  const held = await uploadOf(owner, opened);
  await abortUpload(held, signed(held), new Date());
  await then(owner, opened);
}
