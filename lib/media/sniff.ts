import { latin } from "@/lib/media/byte-walk";
import { notAudio, otherAudio, refuseForeign, unknownBytes } from "@/lib/media/foreign-formats";
import { hasFrames, id3Length } from "@/lib/media/mpeg-header";

export type AudioKind = { type: "audio/mpeg"; extension: "mp3" } | { type: "audio/x-m4a"; extension: "m4a" };
export type Sniffed = AudioKind | { refused: string };

const MP3: AudioKind = { type: "audio/mpeg", extension: "mp3" };
const M4A: AudioKind = { type: "audio/x-m4a", extension: "m4a" };
const FRAMES_IN_A_ROW = 4;

const FOREIGN_BRANDS: Record<string, string> = {
  "qt  ": otherAudio("a QuickTime movie"),
  "M4V ": notAudio("a video (M4V)"),
  M4VH: notAudio("a video (M4V)"),
  M4VP: notAudio("a video (M4V)"),
  "M4P ": otherAudio("a copy-protected M4P file, which only the shop's own app can play"),
  "aax ": otherAudio("a copy-protected audiobook (AAX)"),
  "crx ": notAudio("a camera's raw picture"),
  heic: notAudio("a HEIC picture"),
  heix: notAudio("a HEIC picture"),
  hevc: notAudio("a HEIC picture"),
  mif1: notAudio("a HEIF picture"),
  msf1: notAudio("a HEIF picture"),
  avif: notAudio("an AVIF picture"),
  avis: notAudio("an AVIF picture"),
};

/**
 * The kind of audio by its first bytes (4 KiB or more are best), or the sentence that refuses it. What it says of an MP4
 * or of a file that begins with a long tag is a promise that only reading the whole can keep: see measureAudio.
 */
export function sniffAudio(head: Uint8Array): Sniffed {
  if (head.length === 0) return { refused: "The file is empty. Export the episode again and upload that." };
  if (latin(head, 4, 8) === "ftyp") return sniffMp4(head);
  const start = afterTags(head);
  const body = head.subarray(start);
  if (body.length < 4 && id3Length(head) > 0) return MP3;
  if (hasFrames(body, 0, FRAMES_IN_A_ROW)) return MP3;
  const foreign = refuseForeign(body) ?? refuseForeign(head);
  if (foreign) return { refused: foreign };
  // A tag may tell less than its true length: then more of it follows, and the frames after that.
  return id3Length(head) > 0 ? MP3 : { refused: unknownBytes() };
}

/** Where the tags at the beginning end, and the zeros that some encoders leave after them or in their place. */
function afterTags(head: Uint8Array): number {
  let at = 0;
  for (let next = -1; next !== at; ) {
    next = at;
    at += id3Length(head, at);
    while (at < head.length && head[at] === 0) at++;
  }
  return at;
}

function sniffMp4(head: Uint8Array): Sniffed {
  const brand = latin(head, 8, 12);
  if (/^3g/.test(brand)) return { refused: otherAudio("a 3GP recording from a phone") };
  const refused = FOREIGN_BRANDS[brand];
  return refused ? { refused } : M4A;
}
