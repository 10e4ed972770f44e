import { createHash } from "node:crypto";
import type { AudioVerdict } from "@/lib/media/measure";
import { type ProbeOptions, probeAudio } from "@/lib/media/probe";

/** The verdict with the SHA-256 (hex) of the whole and the bytes that came. */
export type Inspected = AudioVerdict & { sha256: string; bytes: number };

/**
 * Hashes and measures a stream that promises to hold `size` bytes, in one pass and in memory that does not grow with it.
 * Rethrows what the stream throws; give the read of the store the same signal.
 */
export async function inspectAudio(
  stream: AsyncIterable<Uint8Array>,
  size: number,
  options: ProbeOptions = {},
): Promise<Inspected> {
  const hash = createHash("sha256");
  let bytes = 0;
  async function* hashed() {
    for await (const chunk of stream) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  const verdict = await probeAudio({ bytes: hashed(), size }, options);
  return { ...(refuseSize(bytes, size) ?? verdict), sha256: hash.digest("hex"), bytes };
}

function refuseSize(bytes: number, size: number): { ok: false; reason: string } | null {
  if (bytes === 0) return { ok: false, reason: "The file is empty. Export the episode again and upload that." };
  if (bytes === size) return null;
  return {
    ok: false,
    reason: `The file arrived with ${bytes} bytes where ${size} were announced. Upload it again.`,
  };
}
