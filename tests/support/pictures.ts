import sharp from "sharp";

/** A picture of one colour as an artist would upload it. */
export const picture = (width = 1400, height = width, background = "#8a3b2c"): Promise<Buffer<ArrayBuffer>> =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer() as Promise<Buffer<ArrayBuffer>>;
