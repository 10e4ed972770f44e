/** One silent MP3 frame: MPEG-1 layer III, 128 kbit/s, 44.1 kHz, stereo: 417 bytes, 1152 samples. */
export function mpegFrame(): Uint8Array {
  const frame = new Uint8Array(417);
  frame.set([0xff, 0xfb, 0x90, 0x00]);
  return frame;
}

export const FRAME_SECONDS = 1152 / 44_100;

/** A frame without sound whose Xing header promises that many frames. */
export function xingFrame(promised: number): Uint8Array {
  const frame = mpegFrame();
  frame.set(new TextEncoder().encode("Xing"), 36);
  const view = new DataView(frame.buffer);
  view.setUint32(40, 1);
  view.setUint32(44, promised);
  return frame;
}

export const mpegFrames = (count: number): Uint8Array => bytes(...Array.from({ length: count }, mpegFrame));

/** An ID3v2.4 tag that says `told` bytes follow its header, with `body` after it. */
export function id3(body: Uint8Array, told = body.length): Uint8Array {
  const size = [21, 14, 7, 0].map((shift) => (told >> shift) & 127);
  return bytes(Uint8Array.of(0x49, 0x44, 0x33, 4, 0, 0, ...size), body);
}

export function bytes(...pieces: (Uint8Array | string | number[])[]): Uint8Array {
  return Buffer.concat(
    pieces.map((piece) => (typeof piece === "string" ? Buffer.from(piece, "latin1") : Buffer.from(piece))),
  );
}

export const u32 = (value: number): Uint8Array => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);

export const box = (type: string, ...body: (Uint8Array | string | number[])[]): Uint8Array => {
  const inner = bytes(...body);
  return bytes(u32(inner.length + 8), type, inner);
};

const full = (type: string, ...body: (Uint8Array | string | number[])[]) => box(type, u32(0), ...body);

export type TrackPlan = { handler?: string; format?: string; descriptions?: number; samples?: number; delta?: number };

/** A `moov` box of one track: samples of 100 bytes, `delta` ticks each, at 44,100 ticks a second. */
export function moov({
  handler = "soun",
  format = "mp4a",
  descriptions = 1,
  samples = 431,
  delta = 1024,
}: TrackPlan = {}) {
  const stsd = full("stsd", u32(descriptions), ...(descriptions ? [box(format, new Uint8Array(28))] : []));
  const stts = full("stts", u32(1), u32(samples), u32(delta));
  const stsz = full("stsz", u32(100), u32(samples));
  const mdhd = full("mdhd", u32(0), u32(0), u32(44_100), u32(samples * delta));
  const hdlr = full("hdlr", u32(0), handler, new Uint8Array(13));
  const mdia = box("mdia", mdhd, hdlr, box("minf", box("stbl", stsd, stts, stsz)));
  return box("moov", box("trak", mdia));
}

export const ftyp = (brand = "M4A "): Uint8Array => box("ftyp", brand, u32(0), "isom");

export const mdat = (length = 43_100): Uint8Array => box("mdat", new Uint8Array(length));

/** The bytes in chunks of a size, as a store would stream them. */
export async function* inChunks(whole: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
}
