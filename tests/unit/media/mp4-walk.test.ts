import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureAudio } from "@/lib/media/measure";
import { box, bytes, ftyp, inChunks, mdat, moov, u32 } from "@/tests/support/synthetic-audio";

const measure = (whole: Uint8Array, chunk?: number) => measureAudio(inChunks(whole, chunk), whole.length);
const tenSeconds = {
  ok: true,
  type: "audio/x-m4a",
  extension: "m4a",
  duration: expect.closeTo((431 * 1024) / 44_100, 6),
  bitrate: 34_453,
};

describe("the duration is the sum of the samples", () => {
  test.each([
    ["the table before the sound", bytes(ftyp(), moov(), mdat())],
    ["the table after the sound", bytes(ftyp(), mdat(), moov())],
    ["a box that reaches to the end of the file", bytes(ftyp(), moov(), u32(0), "mdat", new Uint8Array(43_100))],
    ["a box with a long length", bytes(ftyp(), moov(), u32(1), "mdat", u32(0), u32(43_116), new Uint8Array(43_100))],
    ["pictures of chapters beside it", bytes(ftyp(), withTrack(moov({ handler: "vide", format: "jpeg" })), mdat())],
  ])("%s", async (_, whole) => {
    expect(await measure(whole)).toEqual(tenSeconds);
    expect(await measure(whole, 7)).toEqual(tenSeconds);
  });
});

describe("files that lie or end early are refused", () => {
  const whole = bytes(ftyp(), moov(), mdat());
  test.each([
    ["the sound ends early", whole.subarray(0, -5000), "cut short"],
    ["the table ends early", bytes(ftyp(), mdat(), moov()).subarray(0, -50), "cut short"],
    ["the table is missing", bytes(ftyp(), mdat()), "unfinished"],
    ["the samples are more than the sound", bytes(ftyp(), moov(), mdat(20_000)), "cut short"],
    ["a description of the sound is missing", bytes(ftyp(), moov({ descriptions: 0 }), mdat()), "damaged"],
    ["four thousand million descriptions", bytes(ftyp(), moov({ descriptions: 2 ** 32 - 1 }), mdat()), "damaged"],
    ["the sound would last for years", bytes(ftyp(), moov({ delta: 2 ** 31 }), mdat()), "damaged"],
    ["there are no samples", bytes(ftyp(), moov({ samples: 0 }), mdat()), "no sound"],
    ["a box is shorter than its header", bytes(ftyp(), u32(3), "free"), "damaged"],
    ["there is video", bytes(ftyp("isom"), withTrack(moov({ handler: "vide", format: "avc1" })), mdat()), "video"],
    ["there is no sound track", bytes(ftyp(), moov({ handler: "text" }), mdat()), "without a sound track"],
    ["the sound is Apple Lossless", bytes(ftyp(), moov({ format: "alac" }), mdat()), "Apple Lossless"],
    ["it is in fragments", bytes(ftyp(), moov(), box("moof"), mdat()), "fragments"],
  ])("%s", async (_, bad, words) => {
    expect(await measure(bad)).toEqual({ ok: false, reason: expect.stringContaining(words) });
  });

  test("a table of contents beyond all measure is never read", async () => {
    let read = 0;
    async function* endless() {
      yield bytes(ftyp(), u32(100 * 2 ** 20), "moov");
      for (; read < 200; read++) yield new Uint8Array(2 ** 20);
    }
    const verdict = await measureAudio(endless(), 200 * 2 ** 20);
    expect(verdict).toEqual({ ok: false, reason: expect.stringContaining("damaged") });
    expect(read).toBeLessThan(5);
  });

  test("no broken table makes the walk throw", async () => {
    const size = moov().length;
    await fc.assert(
      fc.asyncProperty(fc.nat(size - 9), fc.nat(255), async (at, value) => {
        const broken = Uint8Array.from(moov());
        broken[at + 8] = value;
        expect(await measure(bytes(ftyp(), broken, mdat()))).toHaveProperty("ok");
      }),
      { numRuns: 500 },
    );
  });
});

/** The sound's table with the track of another one beside it. */
function withTrack(other: Uint8Array): Uint8Array {
  return box("moov", moov().subarray(8), other.subarray(8));
}
