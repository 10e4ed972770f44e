import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureAudio } from "@/lib/media/measure";
import { bytes, FRAME_SECONDS, id3, inChunks, mpegFrame, mpegFrames, xingFrame } from "@/tests/support/synthetic-audio";

const measure = (whole: Uint8Array, chunk?: number) => measureAudio(inChunks(whole, chunk), whole.length);
const junk = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 73 + 11) % 251);
const lasting = (frames: number) => ({
  ok: true,
  type: "audio/mpeg",
  extension: "mp3",
  duration: expect.closeTo(frames * FRAME_SECONDS, 6),
  bitrate: expect.closeTo(127_706, -1),
});
const refusedAs = (words: string) => ({ ok: false, reason: expect.stringContaining(words) });

describe("the duration is the sum of the frames", () => {
  test.each([
    ["bare frames", mpegFrames(100)],
    ["a tag before", bytes(id3(junk(5000)), mpegFrames(100))],
    ["a tag of ID3v1 behind", bytes(mpegFrames(100), "TAG", new Uint8Array(125))],
    ["a tag of APE behind", bytes(mpegFrames(100), "APETAGEX", [208, 7, 0, 0, 80, 0, 0, 0], new Uint8Array(96))],
    ["a Xing frame, which holds no sound", bytes(xingFrame(100), mpegFrames(100))],
    ["a Xing frame that promises nearly nothing", bytes(xingFrame(2), mpegFrames(100))],
    ["junk between frames", bytes(mpegFrames(50), junk(3000), mpegFrames(50))],
    ["zeros behind", bytes(mpegFrames(100), new Uint8Array(20_000))],
    ["a tag that tells less than its length", bytes(id3(junk(9000), 10), mpegFrames(100))],
    ["a tag between two joined files", bytes(mpegFrames(60), id3(junk(700)), mpegFrames(40))],
    ["half a frame more than was promised", bytes(xingFrame(100), mpegFrames(100), mpegFrame().subarray(0, 200))],
    ["a last frame without its last bytes", mpegFrames(100).subarray(0, 41_690)],
  ])("%s", async (_, whole) => {
    expect(await measure(whole)).toEqual(lasting(100));
  });

  test("whatever the chunks are that the bytes come in", async () => {
    const whole = bytes(id3(junk(900)), xingFrame(40), mpegFrames(20), junk(500), mpegFrames(20));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3000 }), async (chunk) => {
        expect(await measure(whole, chunk)).toEqual(lasting(40));
      }),
      { numRuns: 50 },
    );
  });
});

describe("files that lie or end early are refused", () => {
  const cut = "cut short";
  test.each([
    ["the last frame ends after half its bytes", mpegFrames(100).subarray(0, 41_500), cut],
    ["Xing promises a third more than there is", bytes(xingFrame(130), mpegFrames(100)), cut],
    ["Xing promises sound and none comes", xingFrame(130), cut],
    ["the file ends inside its tag", id3(junk(500), 100_000), cut],
    ["there is a tag and nothing else", id3(junk(500)), cut],
    ["the tag claims to be larger than the file", bytes(id3(junk(500), 2 ** 28 - 1), mpegFrames(100)), cut],
    ["it is a tag and then noise", bytes(id3(junk(500)), junk(400_000)), "not audio"],
    ["there is far more junk than sound", bytes(mpegFrames(20), junk(400_000)), "damaged"],
  ])("%s", async (_, whole, words) => {
    expect(await measure(whole)).toEqual(refusedAs(words));
  });

  test("nothing that begins like MP3 makes the walk throw or run on", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (tail) => {
        const verdict = await measure(bytes(mpegFrames(4), tail));
        expect(verdict.ok ? verdict.duration : verdict.reason).toBeTruthy();
      }),
    );
  });
});
