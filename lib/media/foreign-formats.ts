import { latin } from "@/lib/media/byte-walk";

type Signature = { magic: string; at?: number; also?: { magic: string; at: number } };
type Format = Signature & { name: string };

const OTHER_AUDIO: Format[] = [
  { name: "a WAV file", magic: "RIFF", also: { magic: "WAVE", at: 8 } },
  { name: "a WAV file", magic: "RF64" },
  { name: "a WAV file (Wave64)", magic: "riff\x2e\x91\xcf\x11" },
  { name: "an AIFF file", magic: "FORM", also: { magic: "AIF", at: 8 } },
  { name: "a FLAC file", magic: "fLaC" },
  { name: "an Opus file", magic: "OggS", also: { magic: "OpusHead", at: 28 } },
  { name: "an Ogg file", magic: "OggS" },
  { name: "a Windows Media file (WMA)", magic: "\x30\x26\xb2\x75\x8e\x66\xcf\x11" },
  { name: "an AMR recording", magic: "#!AMR" },
  { name: "a WebM or Matroska file", magic: "\x1a\x45\xdf\xa3" },
  { name: "a Core Audio file (CAF)", magic: "caff" },
  { name: "an AAC file (ADIF)", magic: "ADIF" },
  { name: "a MIDI file", magic: "MThd" },
  { name: "an AU file", magic: ".snd" },
  { name: "a WavPack file", magic: "wvpk" },
  { name: "a Monkey's Audio file", magic: "MAC " },
  { name: "a True Audio file", magic: "TTA1" },
  { name: "a DSD file", magic: "DSD " },
  { name: "a RealAudio file", magic: ".RMF" },
  { name: "a RealAudio file", magic: ".ra\xfd" },
];

const NOT_AUDIO: Format[] = [
  { name: "a ZIP archive (or a document made like one)", magic: "PK\x03\x04" },
  { name: "a ZIP archive", magic: "PK\x05\x06" },
  { name: "a JPEG picture", magic: "\xff\xd8\xff" },
  { name: "a PNG picture", magic: "\x89PNG" },
  { name: "a GIF picture", magic: "GIF8" },
  { name: "a WebP picture", magic: "RIFF", also: { magic: "WEBP", at: 8 } },
  { name: "a TIFF picture", magic: "II*\0" },
  { name: "a TIFF picture", magic: "MM\0*" },
  { name: "an AVI video", magic: "RIFF", also: { magic: "AVI ", at: 8 } },
  { name: "a Flash video", magic: "FLV" },
  { name: "an MPEG video", magic: "\0\0\x01\xba" },
  { name: "a PDF document", magic: "%PDF" },
  { name: "an old Office document", magic: "\xd0\xcf\x11\xe0" },
  { name: "a gzip archive", magic: "\x1f\x8b" },
  { name: "a 7z archive", magic: "7z\xbc\xaf" },
  { name: "a RAR archive", magic: "Rar!" },
  { name: "a bzip2 archive", magic: "BZh" },
  { name: "an xz archive", magic: "\xfd7zXZ" },
  { name: "a tar archive", magic: "ustar", at: 257 },
  { name: "a program", magic: "\x7fELF" },
  { name: "a program", magic: "MZ" },
];

const TAKEN = "Longwave takes MP3 and M4A";

/** The sentence for bytes that are plainly something else than MP3 or M4A; null when they may yet be one. */
export function refuseForeign(head: Uint8Array): string | null {
  const audio = OTHER_AUDIO.find((format) => matches(head, format))?.name ?? mpegRelative(head);
  if (audio) return otherAudio(audio);
  const other = NOT_AUDIO.find((format) => matches(head, format))?.name ?? textual(head);
  return other ? notAudio(other) : null;
}

export const otherAudio = (name: string): string =>
  `This is ${name}. ${TAKEN}: export the episode as one of these and upload it again.`;

export const notAudio = (name: string): string => `This is ${name}, which is not audio. ${TAKEN}.`;

export const unknownBytes = (): string =>
  `This is not audio that Longwave knows. ${TAKEN}: export the episode as one of these and upload it again.`;

function matches(head: Uint8Array, { magic, at = 0, also }: Signature): boolean {
  return latin(head, at, at + magic.length) === magic && (!also || matches(head, also));
}

/** AAC in ADTS, and MPEG audio of layers I and II, begin with the same eleven bits as MP3. */
function mpegRelative(head: Uint8Array): string | null {
  const [first = 0, second = 0, third = 0] = head;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return null;
  const layer = (second >> 1) & 3;
  const rate = (third >> 2) & 15;
  if (layer === 0 && (second & 0xf0) === 0xf0 && rate < 13) return "a raw AAC file (ADTS)";
  if (layer > 1 && (second & 0x18) !== 0x08 && (third & 0x0c) !== 0x0c && third >> 4 !== 15 && third >> 4 !== 0)
    return layer === 2 ? "an MP2 file" : "an MP1 file";
  return null;
}

function textual(head: Uint8Array): string | null {
  const start = head.subarray(0, 2048);
  const text = new TextDecoder(start[0] === 0xff && start[1] === 0xfe ? "utf-16le" : "utf-8").decode(start);
  const opening = text.trimStart().slice(0, 512).toLowerCase();
  if (opening.startsWith("<!doctype html") || opening.startsWith("<html")) return "a web page (HTML)";
  if (opening.startsWith("<svg") || (opening.startsWith("<") && opening.includes("<svg"))) return "an SVG picture";
  if (opening.startsWith("<?xml") || opening.startsWith("<rss")) return "an XML document";
  if (opening.startsWith("#extm3u")) return "a playlist";
  // Text has no control characters but white space, and does not decode into many replacement characters.
  const strange = [...text].filter(
    (letter) => (letter < " " && !"\t\n\r\f".includes(letter)) || letter === "\ufffd",
  ).length;
  return start.length > 0 && strange <= 1 ? "a text file" : null;
}
