import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { parseFile } from "music-metadata";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inspectAudio } from "@/lib/media/inspect";
import { type Encoder, encodeTone, preferredEncoder } from "@/scripts/demo/sound";
import { bytes, id3, inChunks, mpegFrames } from "@/tests/support/synthetic-audio";

const encoders: Encoder[] = ["ffmpeg", "node-av"];
const kinds = ["mp3", "m4a"] as const;
const hasFfmpeg = preferredEncoder() === "ffmpeg";
const cases = encoders.flatMap((encoder) => kinds.map((kind) => ({ encoder, kind })));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "longwave-audio-"));
  for (const { encoder, kind } of cases) {
    if (encoder === "ffmpeg" && !hasFfmpeg) continue;
    const tone = { seconds: 12, kind, bitrateKbps: 96, seed: 7, title: "Tide “one”: 潮", artist: "Longwave" };
    await encodeTone(tone, fileOf(encoder, kind), encoder);
  }
});

afterAll(() => rm(folder, { recursive: true }));

const fileOf = (encoder: Encoder, kind: string) => join(folder, `${encoder}.${kind}`);
const inspect = (whole: Uint8Array) => inspectAudio(inChunks(whole), whole.length);
const ffmpeg = (...args: string[]) => promisify(execFile)("ffmpeg", ["-v", "error", "-y", ...args]);

describe.each(cases)("$kind from $encoder", ({ encoder, kind }) => {
  test.skipIf(encoder === "ffmpeg" && !hasFfmpeg)("is measured as an independent reader measures it", async () => {
    const whole = await readFile(fileOf(encoder, kind));
    const found = await inspect(whole);
    const { format, common } = await parseFile(fileOf(encoder, kind), { duration: true });
    expect(found).toMatchObject({ ok: true, extension: kind, bytes: whole.length });
    expect(found.sha256).toBe(createHash("sha256").update(whole).digest("hex"));
    expect(found.ok && Math.abs(found.duration - (format.duration ?? 0))).toBeLessThan(0.1);
    expect(found.ok && Math.abs(found.duration - 12)).toBeLessThan(0.1);
    expect(found.ok && found.bitrate / 1000).toBeCloseTo(96, -1);
    expect(common).toMatchObject({ title: "Tide “one”: 潮", artist: "Longwave" });
  });

  test.skipIf(encoder === "ffmpeg" && !hasFfmpeg)("is refused when it is cut anywhere", async () => {
    const whole = await readFile(fileOf(encoder, kind));
    for (const share of [0.05, 0.3, 0.5, 0.8, 0.95]) {
      const found = await inspect(whole.subarray(0, Math.floor(whole.length * share)));
      expect(found).toMatchObject({ ok: false, reason: expect.stringMatching(/cut short|unfinished/) });
    }
  });
});

describe.skipIf(!hasFfmpeg)("what ffmpeg makes of it", () => {
  const made = async (name: string, ...args: string[]) => {
    await ffmpeg("-i", fileOf("node-av", "mp3"), ...args, join(folder, name));
    return inspect(await readFile(join(folder, name)));
  };

  test.each([
    ["vbr.mp3", ["-q:a", "4"]],
    ["without-xing.mp3", ["-write_xing", "0", "-b:a", "64k"]],
    ["voice.mp3", ["-ar", "22050", "-ac", "1", "-b:a", "48k"]],
    ["low.mp3", ["-ar", "8000", "-ac", "1", "-b:a", "16k"]],
    ["moov-at-end.m4a", ["-c:a", "aac", "-f", "ipod"]],
    ["iso.m4a", ["-c:a", "aac", "-f", "mp4"]],
  ])("%s is measured", async (name, args) => {
    const found = await made(name, ...args);
    const probed = await promisify(execFile)("ffprobe", [
      ...["-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0"],
      join(folder, name),
    ]);
    expect(found).toMatchObject({ ok: true });
    expect(found.ok && Math.abs(found.duration - Number(probed.stdout))).toBeLessThan(0.2);
  });

  test.each([
    ["a.wav", [], "WAV"],
    ["a.flac", [], "FLAC"],
    ["a.ogg", ["-c:a", "libvorbis"], "Ogg"],
    ["a.opus", ["-c:a", "libopus"], "Opus"],
    ["a.aac", ["-c:a", "aac"], "AAC"],
    ["a.aiff", [], "AIFF"],
    ["a.wma", [], "WMA"],
    ["a.mka", [], "Matroska"],
    ["a.webm", ["-c:a", "libopus"], "WebM"],
    ["a.mp2", ["-c:a", "mp2", "-f", "mp2"], "MP2"],
    ["lossless.m4a", ["-c:a", "alac", "-f", "ipod"], "Apple Lossless"],
    ["fragments.m4a", ["-c:a", "aac", "-movflags", "frag_keyframe+empty_moov", "-f", "mp4"], "fragments"],
    ["film.mp4", ["-f", "lavfi", "-i", "color=red:s=64x64:d=1", "-shortest", "-c:a", "aac", "-c:v", "mpeg4"], "video"],
  ])("%s is refused by name", async (name, args, words) => {
    expect(await made(name, ...args)).toMatchObject({ ok: false, reason: expect.stringContaining(words) });
  });

  test("an MP3 with a picture in its tag is measured", async () => {
    const cover = join(folder, "cover.png");
    await ffmpeg("-f", "lavfi", "-i", "testsrc=s=1400x1400:d=1", "-frames:v", "1", cover);
    const found = await made("tagged.mp3", "-i", cover, "-map", "0:a", "-map", "1:v", "-c", "copy");
    expect(found).toMatchObject({ ok: true, duration: expect.closeTo(12, 0) });
  });
});

describe("what is wrong with the bytes is said", () => {
  test("a ZIP archive named .mp3, with sound behind it, is not audio", async () => {
    const found = await inspect(bytes("PK\x03\x04", new Uint8Array(500), mpegFrames(50)));
    expect(found).toMatchObject({ ok: false, reason: expect.stringContaining("ZIP") });
  });

  test("an empty file", async () => {
    expect(await inspect(new Uint8Array(0))).toMatchObject({ ok: false, reason: expect.stringContaining("empty") });
  });

  test("other bytes than were announced", async () => {
    const whole = mpegFrames(50);
    for (const size of [whole.length - 1, whole.length + 1])
      expect(await inspectAudio(inChunks(whole), size)).toMatchObject({
        ok: false,
        bytes: whole.length,
        reason: expect.stringContaining("Upload it again"),
      });
  });

  test("a refused file is hashed to its end", async () => {
    const whole = bytes(id3(new Uint8Array(90)), "<html>", new Uint8Array(2_000_000));
    const found = await inspect(whole);
    expect(found).toMatchObject({ ok: false, sha256: createHash("sha256").update(whole).digest("hex") });
  });
});

test("the same seed gives the same music, another seed another", async () => {
  const made = async (name: string, seed: number) => {
    const path = join(folder, name);
    await encodeTone({ seconds: 3, kind: "mp3", bitrateKbps: 64, seed }, path);
    return readFile(path);
  };
  const [first, again, other] = [await made("1.mp3", 1), await made("2.mp3", 1), await made("3.mp3", 2)];
  expect(first.equals(again)).toBe(true);
  expect(first.equals(other)).toBe(false);
});
