import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { melody, SAMPLE_RATE } from "./melody";

export type Tone = {
  seconds: number;
  kind: "mp3" | "m4a";
  bitrateKbps: number;
  seed: number;
  title?: string;
  artist?: string;
};

export type Encoder = "ffmpeg" | "node-av";

/** Writes generated music to `path`: by ffmpeg where it is on PATH, else by the FFmpeg inside the node-av package. */
export async function encodeTone(tone: Tone, path: string, encoder: Encoder = preferredEncoder()): Promise<void> {
  if (encoder === "ffmpeg") return encodeWithFfmpeg(tone, path);
  await encodeWithNodeAv(tone, path);
}

export function preferredEncoder(): Encoder {
  try {
    execFileSync("ffmpeg", ["-version"], { stdio: "ignore" });
    return "ffmpeg";
  } catch {
    return "node-av";
  }
}

async function encodeWithFfmpeg(tone: Tone, path: string): Promise<void> {
  const tags = Object.entries(tagsOf(tone)).flatMap(([name, value]) => ["-metadata", `${name}=${value}`]);
  const input = ["-f", "s16le", "-ar", String(SAMPLE_RATE), "-ac", "2", "-i", "pipe:0"];
  const codec = ["-c:a", tone.kind === "mp3" ? "libmp3lame" : "aac", "-b:a", `${tone.bitrateKbps}k`];
  const container = ["-f", tone.kind === "mp3" ? "mp3" : "ipod", "-movflags", "+faststart", "-fflags", "+bitexact"];
  const ffmpeg = spawn("ffmpeg", ["-v", "error", "-y", ...input, ...codec, ...tags, ...container, path], {
    stdio: ["pipe", "ignore", "inherit"],
  });
  const ended = once(ffmpeg, "close");
  await pipeline(Readable.from(pcmBytes(tone)), ffmpeg.stdin);
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg could not write ${path} (exit code ${code}).`);
}

function* pcmBytes(tone: Tone): Generator<Buffer> {
  for (const bar of melody(tone.seconds, tone.seed)) yield Buffer.from(bar.buffer, bar.byteOffset, bar.byteLength);
}

function tagsOf(tone: Tone): Record<string, string> {
  return { ...(tone.title && { title: tone.title }), ...(tone.artist && { artist: tone.artist }) };
}

async function encodeWithNodeAv(tone: Tone, path: string): Promise<void> {
  const { encodeFrames } = await import("./node-av");
  await encodeFrames(melody(tone.seconds, tone.seed), { ...tone, sampleRate: SAMPLE_RATE, tags: tagsOf(tone) }, path);
}
