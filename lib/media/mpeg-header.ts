/** One MPEG audio frame of layer III, as its four-byte header tells it (ISO/IEC 11172-3 §2.4.1.3, 13818-3). */
export type MpegFrame = {
  /** of the whole frame, its header included */
  bytes: number;
  samples: number;
  sampleRate: number;
  /** where a Xing or Info header begins, from the start of the frame */
  xingAt: number;
};

const BITRATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const BITRATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const RATES = [44_100, 48_000, 32_000];
const MPEG_1 = 3;
const RESERVED_VERSION = 1;
const LAYER_III = 1;
const MONO = 3;

/** Reads the header at `at`; null where there is none, and for "free" bitrates, whose frames have no known length. */
export function readFrame(bytes: Uint8Array, at = 0): MpegFrame | null {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4);
  if (bytes.length < at + 4 || first !== 0xff || (second & 0xe0) !== 0xe0) return null;
  const version = (second >> 3) & 3;
  if (version === RESERVED_VERSION || ((second >> 1) & 3) !== LAYER_III) return null;
  const kbps = (version === MPEG_1 ? BITRATES_1 : BITRATES_2)[third >> 4];
  const fullRate = RATES[(third >> 2) & 3];
  if (!kbps || !fullRate || (fourth & 3) === 2) return null;
  // Version bits: 3 is MPEG-1, 2 is MPEG-2 at half its rates, 0 is MPEG-2.5 at a quarter.
  const sampleRate = fullRate / { 3: 1, 2: 2, 0: 4 }[version as 3 | 2 | 0];
  const samples = version === MPEG_1 ? 1152 : 576;
  const padding = (third >> 1) & 1;
  const length = Math.floor((samples * kbps * 125) / sampleRate) + padding;
  const mono = fourth >> 6 === MONO;
  const sideInfo = version === MPEG_1 ? { wide: 32, narrow: 17 } : { wide: 17, narrow: 9 };
  return { bytes: length, samples, sampleRate, xingAt: 4 + (mono ? sideInfo.narrow : sideInfo.wide) };
}

/** Whether frames follow each other from `at`: as many as `wanted`, or as many as the bytes hold. */
export function hasFrames(bytes: Uint8Array, at: number, wanted: number): boolean {
  let position = at;
  for (let found = 0; found < wanted; found++) {
    if (found > 0 && position + 4 > bytes.length) return true;
    const frame = readFrame(bytes, position);
    if (!frame) return false;
    position += frame.bytes;
  }
  return true;
}

/** Length of the ID3v2 tag that begins at `at`, header and footer included; 0 when there is none (id3.org, ID3v2.4 §3.1). */
export function id3Length(bytes: Uint8Array, at = 0): number {
  const header = bytes.subarray(at, at + 10);
  const [i, d, three, major = 255, , flags = 0, ...size] = header;
  if (header.length < 10 || i !== 0x49 || d !== 0x44 || three !== 0x33 || major === 255) return 0;
  if (size.some((byte) => byte > 127)) return 0;
  const body = size.reduce((sum, byte) => sum * 128 + byte, 0);
  return 10 + body + (flags & 0x10 ? 10 : 0);
}
