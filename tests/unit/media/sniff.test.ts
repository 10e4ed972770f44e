import { describe, expect, test } from "vitest";
import { sniffAudio } from "@/lib/media/sniff";
import { bytes, ftyp, id3, mpegFrames } from "@/tests/support/synthetic-audio";

const mp3 = { type: "audio/mpeg", extension: "mp3" };
const m4a = { type: "audio/x-m4a", extension: "m4a" };
const noise = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 73 + 11) % 251);

describe("audio that is taken", () => {
  test.each([
    ["frames", mpegFrames(5), mp3],
    ["one frame that the head cuts off", mpegFrames(1).subarray(0, 100), mp3],
    ["frames after zeros", bytes(new Uint8Array(700), mpegFrames(5)), mp3],
    ["frames after a tag", bytes(id3(new Uint8Array(50)), mpegFrames(5)), mp3],
    ["frames after two tags", bytes(id3(noise(50)), id3(noise(9)), mpegFrames(5)), mp3],
    ["a tag longer than the head", id3(noise(3000), 200_000), mp3],
    ["a tag that tells too little", bytes(id3(noise(900), 20), mpegFrames(5)), mp3],
    ["M4A", ftyp("M4A "), m4a],
    ["M4B", ftyp("M4B "), m4a],
    ["mp42", ftyp("mp42"), m4a],
    ["isom", ftyp("isom"), m4a],
  ])("%s", (_, head, kind) => {
    expect(sniffAudio(head)).toEqual(kind);
  });
});

describe("other audio is named, and the sentence says what is taken", () => {
  test.each([
    ["WAV", bytes("RIFF", [1, 2, 3, 4], "WAVEfmt ")],
    ["WAV", bytes("RF64", [255, 255, 255, 255], "WAVE")],
    ["AIFF", bytes("FORM", [0, 0, 1, 0], "AIFFCOMM")],
    ["FLAC", bytes("fLaC", noise(40))],
    ["FLAC", bytes(id3(noise(40)), "fLaC", noise(40))],
    ["Opus", bytes("OggS", new Uint8Array(24), "OpusHead")],
    ["Ogg", bytes("OggS", new Uint8Array(24), "\x01vorbis")],
    ["AAC", bytes([0xff, 0xf1, 0x50, 0x80], noise(40))],
    ["AAC", bytes(id3(noise(40)), [0xff, 0xf9, 0x50, 0x80], noise(40))],
    ["WMA", bytes([0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11], noise(40))],
    ["AMR", bytes("#!AMR\n", noise(40))],
    ["WebM", bytes([0x1a, 0x45, 0xdf, 0xa3], noise(40))],
    ["MP2", bytes([0xff, 0xfd, 0x84, 0x00], noise(40))],
    ["QuickTime", ftyp("qt  ")],
    ["3GP", ftyp("3gp4")],
    ["copy-protected", ftyp("M4P ")],
  ])("%s", (name, head) => {
    const sniffed = sniffAudio(head);
    expect(sniffed).toEqual({ refused: expect.stringContaining(name) });
    expect(sniffed).toEqual({ refused: expect.stringContaining("takes MP3 and M4A: export") });
  });
});

describe("what is not audio says so", () => {
  test.each([
    ["ZIP", bytes("PK\x03\x04", noise(60))],
    ["HTML", bytes("<!DOCTYPE html><title>Episode</title>")],
    ["HTML", bytes(id3(noise(40)), "<html><body>")],
    ["SVG", bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["JPEG", bytes([0xff, 0xd8, 0xff, 0xe0], noise(60))],
    ["PNG", bytes("\x89PNG\r\n\x1a\n", noise(60))],
    ["PDF", bytes("%PDF-1.7\n", noise(60))],
    ["text", bytes("Dear diary, today I recorded the first episode.")],
    ["HEIC", ftyp("heic")],
    ["video", ftyp("M4V ")],
    ["not audio", noise(4096)],
    ["not audio", new Uint8Array(4096)],
    ["empty", new Uint8Array(0)],
  ])("%s", (name, head) => {
    expect(sniffAudio(head)).toEqual({ refused: expect.stringContaining(name) });
  });

  test("a picture that goes on as MP3 is still a picture", () => {
    expect(sniffAudio(bytes([0xff, 0xd8, 0xff, 0xe0], mpegFrames(9)))).toHaveProperty("refused");
    expect(sniffAudio(bytes("<html>", mpegFrames(9)))).toHaveProperty("refused");
  });

  test("a head of thousands of empty tags is read without recursion", () => {
    expect(sniffAudio(bytes(...Array.from({ length: 100_000 }, () => id3(new Uint8Array(0)))))).toEqual(mp3);
  });
});
