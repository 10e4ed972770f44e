import { peek, type Walk, walkStream } from "@/lib/media/byte-walk";
import { walkMp4 } from "@/lib/media/mp4-walk";
import { walkMpeg } from "@/lib/media/mpeg-frames";
import { type AudioKind, sniffAudio } from "@/lib/media/sniff";

/** What a file is: its kind with the duration in seconds and the bitrate in bit/s, or the sentence that refuses it. */
export type AudioVerdict =
  | ({ ok: true; duration: number; bitrate: number } & AudioKind)
  | { ok: false; reason: string };

const HEAD_BYTES = 64 * 1024;

/** Reads a file of `size` bytes once, in memory that does not grow with it. */
export function measureAudio(chunks: AsyncIterable<Uint8Array>, size: number): Promise<AudioVerdict> {
  return walkStream(walkAudio(size), chunks);
}

function* walkAudio(size: number): Walk<AudioVerdict> {
  const sniffed = sniffAudio(yield* peek(Math.min(size, HEAD_BYTES)));
  if ("refused" in sniffed) return { ok: false, reason: sniffed.refused };
  const measured = yield* sniffed.extension === "mp3" ? walkMpeg(size) : walkMp4(size);
  return measured.ok ? { ...measured, ...sniffed } : measured;
}
