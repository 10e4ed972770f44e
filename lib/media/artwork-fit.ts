import sharp, { type CreateRaw } from "sharp";
import { pickAccent } from "@/lib/media/accent";

export type FittedPixels =
  | { ok: true; jpeg: Uint8Array; width: number; height: number; accent: string }
  | { ok: false; reason: string };

const SMALLEST = 1400;
const LARGEST = 3000;
const MOST_PIXELS = 40e6;
/** Apple advises to stay below this, so that apps show it at once. */
const HEAVY_BYTES = 512 * 1024;
const QUALITIES = [85, 78, 70, 62];

const LOADERS = ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"];
const DAMAGED = "The picture is damaged or incomplete. Save it again as JPEG or PNG and upload that.";

/** Decodes, crops, converts to sRGB and encodes anew. Only ever called in a child process: see fitArtwork. */
export async function fitPixels(bytes: Uint8Array): Promise<FittedPixels> {
  confineSharp();
  const size = await sizeOf(bytes);
  if (!size) return { ok: false, reason: DAMAGED };
  const refused = refuseSize(size);
  if (refused) return { ok: false, reason: refused };
  try {
    return await encode(bytes, Math.min(LARGEST, size.width, size.height));
  } catch {
    return { ok: false, reason: DAMAGED };
  }
}

/** Formats that nobody needs here cannot be loaded at all, whatever the bytes say. */
function confineSharp(): void {
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: LOADERS });
  sharp.cache(false);
  sharp.concurrency(1);
}

async function sizeOf(bytes: Uint8Array): Promise<{ width: number; height: number } | null> {
  try {
    // The limit is told below in a sentence of its own, so that only the header is read without it.
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return { width, height };
  } catch {
    return null;
  }
}

function refuseSize({ width, height }: { width: number; height: number }): string | null {
  const found = `This picture has ${width} × ${height} pixels`;
  if (width * height > MOST_PIXELS)
    return `${found}, which is more than can be opened. Save it with at most ${LARGEST} × ${LARGEST} and upload that.`;
  if (Math.min(width, height) < SMALLEST)
    return `${found}; podcast apps want at least ${SMALLEST} × ${SMALLEST}. Export a larger one, best ${LARGEST} × ${LARGEST}.`;
  return null;
}

async function encode(bytes: Uint8Array, side: number): Promise<FittedPixels> {
  const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" })
    .autoOrient()
    .resize(side, side, { fit: "cover", position: "centre" })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const small = await sharp(data, { raw }).resize(64, 64).toColourspace("srgb").removeAlpha().raw().toBuffer();
  return { ok: true, jpeg: await encodeJpeg(data, raw), width: side, height: side, accent: pickAccent(small) };
}

/** The best quality that stays light; the lowest where none does. */
async function encodeJpeg(data: Buffer, raw: CreateRaw): Promise<Buffer> {
  let jpeg = Buffer.alloc(0);
  for (const quality of QUALITIES) {
    const picture = sharp(data, { raw }).toColourspace("srgb");
    jpeg = await picture.jpeg({ quality, chromaSubsampling: "4:2:0", progressive: true }).toBuffer();
    if (jpeg.length <= HEAVY_BYTES) break;
  }
  return jpeg;
}
