import { type Limits, runConfined } from "@/lib/media/confined";
import type { AudioVerdict } from "@/lib/media/measure";

export type AudioSource = { bytes: AsyncIterable<Uint8Array>; size: number };
export type ProbeOptions = { signal?: AbortSignal; limits?: Partial<Limits> };

const LIMITS: Limits = { seconds: 60, heapMb: 192, memoryMb: 512 };

const BREACHES = {
  time: "Checking the file took too long, so it was stopped. Export the episode again as MP3 or M4A and upload that.",
  memory:
    "Checking the file needed too much memory, so it was stopped. Export the episode again as MP3 or M4A and upload that.",
  crash: "The file could not be read. Export the episode again as MP3 or M4A and upload that.",
};

/**
 * Measures audio in a child process with limits of time and memory: kind, duration in seconds and bitrate in bit/s, or a
 * sentence that refuses it. Reads the source once, to its end; rethrows what the source throws.
 */
export async function probeAudio({ bytes, size }: AudioSource, options: ProbeOptions = {}): Promise<AudioVerdict> {
  const limits = { ...LIMITS, ...options.limits };
  const { signal } = options;
  const run = await runConfined<AudioVerdict>("lib/media/probe-child.ts", [String(size)], bytes, { limits, signal });
  return run.ok ? run.answer : { ok: false, reason: BREACHES[run.breach] };
}
