import { bytesView, latin } from "@/lib/media/byte-walk";
import { BadBoxes, boxesIn, readTable, requireBox } from "@/lib/media/mp4-boxes";

export type Track = {
  /** soun, vide, text, … */
  handler: string;
  /** of each sample description: mp4a, alac, avc1, … */
  formats: string[];
  /** by the sum of its samples, not by what a header says */
  seconds: number;
  samples: number;
  bytes: number;
};

const MOST_TRACKS = 64;
const MOST_DESCRIPTIONS = 16;

/** The tracks of a `moov` box (ISO/IEC 14496-12 §8). Throws BadBoxes where its tables contradict each other. */
export function readTracks(moov: Uint8Array): Track[] {
  const tracks = [...boxesIn(moov)].filter(({ type }) => type === "trak");
  if (tracks.length > MOST_TRACKS) throw new BadBoxes("too many tracks");
  return tracks.map(({ body }) => readTrack(requireBox(body, "mdia")));
}

function readTrack(mdia: Uint8Array): Track {
  const handler = latin(requireBox(mdia, "hdlr"), 8, 12);
  const table = requireBox(mdia, "minf", "stbl");
  const { samples, ticks } = readTimes(requireBox(table, "stts"));
  const seconds = ticks / readTimescale(requireBox(mdia, "mdhd"));
  const formats = readFormats(requireBox(table, "stsd"));
  if (handler !== "soun") return { handler, formats, seconds, samples, bytes: 0 };
  const sizes = readSizes(requireBox(table, "stsz"));
  if (Math.abs(sizes.samples - samples) > 1 + samples * 0.01) throw new BadBoxes("times and sizes that do not agree");
  return { handler, formats, seconds, samples, bytes: sizes.bytes };
}

function readTimescale(mdhd: Uint8Array): number {
  const at = mdhd[0] === 1 ? 20 : 12;
  const timescale = mdhd.length >= at + 4 ? bytesView(mdhd).getUint32(at) : 0;
  if (timescale === 0) throw new BadBoxes("a clock that stands still");
  return timescale;
}

function readTimes(stts: Uint8Array): { samples: number; ticks: number } {
  const { count, rows } = readTable(stts, 8);
  const total = { samples: 0, ticks: 0 };
  for (let row = 0; row < count; row++) {
    const samples = rows.getUint32(row * 8);
    total.samples += samples;
    total.ticks += samples * rows.getUint32(row * 8 + 4);
  }
  return total;
}

function readSizes(stsz: Uint8Array): { samples: number; bytes: number } {
  if (stsz.length < 12) throw new BadBoxes("a table without a head");
  const each = bytesView(stsz).getUint32(4);
  if (each > 0) {
    const samples = bytesView(stsz).getUint32(8);
    return { samples, bytes: samples * each };
  }
  const { count, rows } = readTable(stsz, 4, 4);
  let bytes = 0;
  for (let row = 0; row < count; row++) bytes += rows.getUint32(row * 4);
  return { samples: count, bytes };
}

function readFormats(stsd: Uint8Array): string[] {
  const { count } = readTable(stsd, 0);
  const formats = [...boxesIn(stsd.subarray(8)).take(MOST_DESCRIPTIONS + 1)].map(({ type }) => type);
  if (count === 0 || formats.length !== count) throw new BadBoxes("descriptions that are not there");
  return formats;
}
