import { bytesView, latin, peek, skip, type Walk } from "@/lib/media/byte-walk";
import { unknownBytes } from "@/lib/media/foreign-formats";
import { hasFrames, id3Length, type MpegFrame, readFrame } from "@/lib/media/mpeg-header";

/** What the sound of a file measures: seconds, and bits of audio per second. */
export type Measured = { ok: true; duration: number; bitrate: number } | { ok: false; reason: string };

type Count = { position: number; frames: number; seconds: number; bytes: number; promised: number; junk: number };

const LONGEST_TAG = 64 * 2 ** 20;
const SEARCHED_AT_ONCE = 16 * 1024;
/** Room for the two frames that must follow the first. */
const OVERLAP = 4096;
const JUNK = 128 * 1024;
const JUNK_SHARE = 0.02;
/** Some encoders leave out the last bytes of padding. */
const MISSING_BYTES = 16;
const MISSING_SHARE = 0.02;
const MISSING_FRAMES = 2;

export const CUT_SHORT =
  "The file is cut short: the end of the sound is missing. Export the episode again, check that it plays to its end, and upload it again.";
const DAMAGED =
  "Too much of this MP3 file is damaged or is not sound. Export the episode again as MP3 and upload it again.";

/**
 * Walks an MP3 file of `size` bytes frame by frame. The duration is the sum of the frames found: no tag is believed. The
 * count that a Xing, Info or VBRI header promises only serves to notice missing frames.
 */
export function* walkMpeg(size: number): Walk<Measured> {
  const count: Count = { position: 0, frames: 0, seconds: 0, bytes: 0, promised: 0, junk: 0 };
  let steady: MpegFrame | null = null;
  while (count.position < size) {
    const head: Uint8Array = yield* peek(4);
    if (head.length === 0) break;
    const frame: MpegFrame | null = readFrame(head);
    if (frame && (frame.sampleRate === steady?.sampleRate || (yield* isFirstOfSeveral(frame, count, size)))) {
      if (count.position + frame.bytes > size + MISSING_BYTES) return verdictOfCut(count);
      yield* takeFrame(frame, count);
      steady = frame;
      continue;
    }
    steady = null;
    const refused = yield* passOver(count, size);
    if (refused) return { ok: false, reason: refused };
  }
  return verdictOf(count);
}

function verdictOf({ frames, seconds, bytes, promised, junk }: Count): Measured {
  if (frames === 0) return { ok: false, reason: junk === 0 ? CUT_SHORT : unknownBytes() };
  const missing = promised - frames;
  if (missing > Math.max(MISSING_FRAMES, promised * MISSING_SHARE)) return { ok: false, reason: CUT_SHORT };
  return { ok: true, duration: seconds, bitrate: Math.round((bytes * 8) / seconds) };
}

/** Noise looks like a header once in two thousand bytes; three in a row are a stream. */
function* isFirstOfSeveral(frame: MpegFrame, { frames, position }: Count, size: number): Walk<boolean> {
  const left = size - position;
  if (frames > 0 && frame.bytes > left) return false;
  return hasFrames(yield* peek(Math.min(left, frame.bytes + OVERLAP)), 0, 3);
}

/** A last frame that is not whole is harmless where the encoder promised no more than there is. */
function verdictOfCut(count: Count): Measured {
  const harmless = count.promised > 0 && count.frames >= count.promised;
  return harmless ? verdictOf(count) : { ok: false, reason: CUT_SHORT };
}

function* takeFrame(frame: MpegFrame, count: Count): Walk<void> {
  if (count.frames === 0 && count.promised === 0) {
    count.promised = promisedFrames(yield* peek(frame.bytes), frame);
    if (count.promised > 0) return yield* move(count, frame.bytes);
  }
  count.frames += 1;
  count.seconds += frame.samples / frame.sampleRate;
  count.bytes += frame.bytes;
  yield* move(count, frame.bytes);
}

/** The number of frames that a Xing, Info or VBRI header tells; such a frame holds no sound. */
function promisedFrames(bytes: Uint8Array, { xingAt }: MpegFrame): number {
  const view = bytesView(bytes);
  const name = latin(bytes, xingAt, xingAt + 4);
  if (name === "Xing" || name === "Info") {
    const told = bytes.length >= xingAt + 12 && view.getUint32(xingAt + 4) & 1;
    return told ? view.getUint32(xingAt + 8) : 0;
  }
  return latin(bytes, 36, 40) === "VBRI" && bytes.length >= 54 ? view.getUint32(50) : 0;
}

/** Passes over what is no frame: a tag, or junk within limits. Gives the sentence that refuses the file. */
function* passOver(count: Count, size: number): Walk<string | null> {
  const left = size - count.position;
  const head = yield* peek(Math.min(left, 32));
  const tag = tagLength(head, left);
  if (tag > left) return CUT_SHORT;
  if (tag > LONGEST_TAG) return DAMAGED;
  if (tag > 0) {
    yield* move(count, tag);
    return null;
  }
  const passed = nextCandidate(yield* peek(Math.min(left, SEARCHED_AT_ONCE)));
  count.junk += passed;
  yield* move(count, passed);
  if (count.junk <= Math.max(JUNK, size * JUNK_SHARE)) return null;
  return count.frames === 0 ? unknownBytes() : DAMAGED;
}

function* move(count: Count, bytes: number): Walk<void> {
  yield* skip(bytes);
  count.position += bytes;
}

/** ID3v2 may stand between joined files; ID3v1, APE (its size without the 32 bytes of its header) and Lyrics3 at the end. */
function tagLength(head: Uint8Array, left: number): number {
  const id3 = id3Length(head);
  if (id3 > 0) return id3;
  if (left <= 128 + 227 && latin(head, 0, 3) === "TAG") return left;
  if (latin(head, 0, 11) === "LYRICSBEGIN") return left;
  if (head.length === 32 && latin(head, 0, 8) === "APETAGEX")
    return Math.min(left, 32 + bytesView(head).getUint32(12, true));
  return 0;
}

/** How many bytes to pass until one that may begin a frame or a tag: at least one. */
function nextCandidate(bytes: Uint8Array): number {
  for (let at = 1; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0xff && readFrame(bytes, at)) return at;
    if (byte === 0xff && at + 4 > bytes.length) return at;
    if ((byte === 0x49 || byte === 0x54 || byte === 0x41) && isTagName(latin(bytes, at, at + 3))) return at;
  }
  return bytes.length;
}

const isTagName = (name: string): boolean => name === "ID3" || name === "TAG" || name === "APE";
