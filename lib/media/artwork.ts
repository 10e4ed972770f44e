import { createHash } from "node:crypto";
import type { FittedPixels } from "@/lib/media/artwork-fit";
import { latin } from "@/lib/media/byte-walk";
import { type Limits, runConfined } from "@/lib/media/confined";
import { atMost } from "@/lib/platform/at-most";
import { singleton } from "@/lib/platform/singleton";

export type FittedArtwork =
  | { ok: true; jpeg: Buffer; width: number; height: number; sha256: string; accent: string }
  | { ok: false; reason: string };

const LIMITS: Limits = { seconds: 20, heapMb: 192, memoryMb: 1024 };
/** The most that an upload of artwork may weigh. */
export const ARTWORK_BYTES = 10 * 2 ** 20;

/** Each child may take a gigabyte. */
const inLine = () => singleton("pictures being opened", () => atMost(2));

const BREACHES = {
  time: "Opening the picture took too long, so it was stopped. Save it again as JPEG and upload that.",
  memory: "Opening the picture needed too much memory, so it was stopped. Save it again as JPEG and upload that.",
  crash: "The picture could not be read. Save it again as JPEG or PNG and upload that.",
};

/**
 * Makes artwork as podcast apps want it: a square JPEG in sRGB of 1400 to 3000 px, cropped about the centre, on white,
 * turned upright, without metadata; `accent` is its most vivid colour, "#rrggbb". The same bytes give the same bytes.
 * Decodes in a child process with limits; JPEG, PNG and WebP of at most 10 MB are taken.
 */
export async function fitArtwork(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<FittedArtwork> {
  const refused = refuseBytes(bytes);
  if (refused) return { ok: false, reason: refused };
  const options = { limits: { ...LIMITS, ...limits } };
  const run = await inLine()(() => runConfined<FittedPixels>("lib/media/artwork-child.ts", [], once(bytes), options));
  if (!run.ok) return { ok: false, reason: BREACHES[run.breach] };
  if (!run.answer.ok) return run.answer;
  const jpeg = Buffer.from(run.answer.jpeg);
  return { ...run.answer, jpeg, sha256: createHash("sha256").update(jpeg).digest("hex") };
}

function refuseBytes(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return "The picture is empty. Upload a JPEG or PNG.";
  if (bytes.length > ARTWORK_BYTES) return "The picture is larger than 10 MB. Save it as JPEG and upload that.";
  if (isPicture(bytes)) return null;
  return "This is not a picture that Longwave takes. Upload artwork as JPEG or PNG (WebP works too).";
}

function isPicture(bytes: Uint8Array): boolean {
  if (latin(bytes, 0, 3) === "\xff\xd8\xff" || latin(bytes, 0, 8) === "\x89PNG\r\n\x1a\n") return true;
  return latin(bytes, 0, 4) === "RIFF" && latin(bytes, 8, 12) === "WEBP";
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
