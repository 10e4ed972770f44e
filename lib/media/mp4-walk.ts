import { peek, skip, type Walk } from "@/lib/media/byte-walk";
import { notAudio, otherAudio, unknownBytes } from "@/lib/media/foreign-formats";
import { BadBoxes, readBoxHeader } from "@/lib/media/mp4-boxes";
import { readTracks, type Track } from "@/lib/media/mp4-tracks";
import { CUT_SHORT, type Measured } from "@/lib/media/mpeg-frames";

type Contents = { moov: Uint8Array | null; mdatBytes: number; fragmented: boolean };

const LARGEST_MOOV = 64 * 2 ** 20;
const MOST_BOXES = 10_000;
/** AAC of pure silence is still above this. */
const LOWEST_BITRATE = 500;

const DAMAGED =
  "This M4A file is damaged: its table of contents contradicts itself. Export the episode again and upload it again.";
const UNFINISHED =
  "This M4A file is unfinished: its table of contents is missing, as when a recording or an export was interrupted. Export the episode again and upload it again.";
const FRAGMENTED =
  "This M4A file is made of fragments, for streaming. Export the episode as an ordinary M4A or MP3 file and upload that.";

const NAMES: Record<string, string> = {
  alac: "Apple Lossless audio, which few podcast apps play",
  "ac-3": "Dolby Digital audio, which few podcast apps play",
  "ec-3": "Dolby Digital Plus audio, which few podcast apps play",
  Opus: "Opus audio in an MP4 file, which few podcast apps play",
  fLaC: "FLAC audio in an MP4 file, which few podcast apps play",
  samr: "an AMR recording",
  enca: "a copy-protected file",
  drms: "a copy-protected file",
};

/** Apple's enhanced podcasts carry the pictures of their chapters in a track of stills. */
const STILLS = ["jpeg", "png "];

/** Walks an M4A file of `size` bytes: the tables are read, bounded, and the sound is only measured. */
export function* walkMp4(size: number): Walk<Measured> {
  try {
    const contents = yield* readContents(size);
    if ("reason" in contents) return { ok: false, reason: contents.reason };
    return judge(contents);
  } catch (error) {
    if (error instanceof BadBoxes) return { ok: false, reason: DAMAGED };
    throw error;
  }
}

function* readContents(size: number): Walk<Contents | { reason: string }> {
  const contents: Contents = { moov: null, mdatBytes: 0, fragmented: false };
  let position = 0;
  for (let boxes = 0; position + 8 <= size; boxes++) {
    const { type, length: told, header } = readBoxHeader(yield* peek(Math.min(16, size - position)));
    const length = told === 0 ? size - position : told;
    if (boxes > MOST_BOXES || !/^[ -~\xa9]{4}$/.test(type)) throw new BadBoxes("no boxes");
    if (position + length > size) return { reason: CUT_SHORT };
    if (type === "moov") contents.moov = yield* readMoov(length, header);
    if (type === "mdat") contents.mdatBytes += length - header;
    contents.fragmented ||= type === "moof";
    yield* skip(length);
    position += length;
  }
  return contents;
}

function* readMoov(length: number, header: number): Walk<Uint8Array> {
  if (length > LARGEST_MOOV) throw new BadBoxes("a table of contents beyond all measure");
  return (yield* peek(length)).subarray(header);
}

function judge({ moov, mdatBytes, fragmented }: Contents): Measured {
  if (!moov) return { ok: false, reason: UNFINISHED };
  if (fragmented) return { ok: false, reason: FRAGMENTED };
  const tracks = readTracks(moov);
  const refused = refuseTracks(tracks);
  if (refused) return { ok: false, reason: refused };
  const sound = tracks.filter(({ handler }) => handler === "soun").toSorted((a, b) => b.seconds - a.seconds)[0];
  if (!sound || sound.samples === 0)
    return { ok: false, reason: "This M4A file holds no sound. Export the episode again." };
  if (sound.bytes > mdatBytes) return { ok: false, reason: CUT_SHORT };
  const bitrate = Math.round((sound.bytes * 8) / sound.seconds);
  if (!(bitrate >= LOWEST_BITRATE && Number.isFinite(bitrate))) return { ok: false, reason: DAMAGED };
  return { ok: true, duration: sound.seconds, bitrate };
}

function refuseTracks(tracks: Track[]): string | null {
  const isVideo = ({ handler, formats }: Track) =>
    handler === "vide" && !formats.every((format) => STILLS.includes(format));
  if (tracks.some(isVideo)) return notAudio("a video");
  const sound = tracks.filter(({ handler }) => handler === "soun");
  if (sound.length === 0) return notAudio("an MP4 file without a sound track");
  const foreign = sound.flatMap(({ formats }) => formats).find((format) => format !== "mp4a");
  if (!foreign) return null;
  const name = NAMES[foreign];
  return name ? otherAudio(name) : unknownBytes();
}
