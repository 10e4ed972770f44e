import { readFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { fitArtwork } from "@/lib/media/artwork";
import { drawCover } from "@/scripts/demo/cover";

const plain = (width: number, height: number, background = "#c83c1e") =>
  sharp({ create: { width, height, channels: 3, background }, limitInputPixels: false });

async function fitted(bytes: Uint8Array) {
  const made = await fitArtwork(bytes);
  if (!made.ok) throw new Error(made.reason);
  const { data, info } = await sharp(made.jpeg).raw().toBuffer({ resolveWithObject: true });
  const pixel = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
  return { ...made, pixel, metadata: await sharp(made.jpeg).metadata() };
}

const near = ([red = 0, green = 0, blue = 0]: number[], by = 12) =>
  [red, green, blue].map((value) => expect.toSatisfy((found: number) => Math.abs(found - value) <= by));

describe("artwork becomes a square JPEG in sRGB", () => {
  test.each([
    ["the smallest", 1400, 1400, 1400],
    ["one that is not square", 1400, 2000, 1400],
    ["one in between", 2600, 2100, 2100],
    ["one too large", 4000, 3600, 3000],
  ])("%s", async (_, width, height, side) => {
    const { metadata, ...made } = await fitted(await plain(width, height).png().toBuffer());
    expect(made).toMatchObject({ width: side, height: side, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(metadata).toMatchObject({ format: "jpeg", space: "srgb", channels: 3, width: side, height: side });
    expect(metadata.chromaSubsampling).toBe("4:2:0");
  });

  test("the crop is about the centre", async () => {
    const stripe = await plain(1400, 1400, "#1e3cc8").png().toBuffer();
    const wide = plain(3400, 1400).composite([{ input: stripe, left: 1000, top: 0 }]);
    const made = await fitted(await wide.png().toBuffer());
    expect([made.pixel(8, 700), made.pixel(1391, 700)]).toEqual([near([30, 60, 200]), near([30, 60, 200])]);
  });

  test("what is transparent becomes white", async () => {
    const clear = sharp({
      create: { width: 1400, height: 1400, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    });
    expect((await fitted(await clear.png().toBuffer())).pixel(5, 5)).toEqual(near([255, 255, 255]));
  });

  test("CMYK is converted, not reinterpreted", async () => {
    const cmyk = await plain(1500, 1500).toColourspace("cmyk").jpeg().toBuffer();
    expect((await sharp(cmyk).metadata()).space).toBe("cmyk");
    expect((await fitted(cmyk)).pixel(700, 700)).toEqual(near([200, 60, 30], 40));
  });

  test("it is turned upright, and its metadata is gone", async () => {
    const top = await plain(1600, 800, "#1e3cc8").png().toBuffer();
    const turned = plain(1600, 1600).composite([{ input: top, left: 0, top: 0 }]);
    const exif = { IFD0: { Copyright: "Somebody" } };
    const made = await fitted(await turned.withExif(exif).withMetadata({ orientation: 3 }).jpeg().toBuffer());
    expect([made.pixel(800, 100), made.pixel(800, 1500)]).toEqual([near([200, 60, 30]), near([30, 60, 200])]);
    for (const trace of ["orientation", "exif", "icc", "xmp", "iptc"]) expect(made.metadata).not.toHaveProperty(trace);
  });

  test("of an animation the first picture is taken", async () => {
    const frames = await Promise.all(
      ["#c83c1e", "#1e3cc8"].map((colour) => plain(1400, 1400, colour).png().toBuffer()),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ delay: [100, 100] })
      .toBuffer();
    const made = await fitted(moving);
    expect(made.metadata.pages).toBeUndefined();
    expect(made.pixel(700, 700)).toEqual(near([200, 60, 30]));
  });

  test("grey and sixteen-bit pictures are taken", async () => {
    const grey = await plain(1400, 1400, "#808080").greyscale().png().toBuffer();
    expect((await fitted(grey)).metadata).toMatchObject({ space: "srgb", channels: 3 });
    const deep = await plain(1400, 1400).toColourspace("rgb16").png().toBuffer();
    expect((await fitted(deep)).pixel(9, 9)).toEqual(near([200, 60, 30]));
  });

  test("a cover of ours stays below 512 KB, tells its accent and gives the same bytes each time", async () => {
    const cover = await drawCover("Night Ferries", 4);
    const [first, again] = [await fitted(cover), await fitted(cover)];
    expect(first.jpeg.length).toBeLessThanOrEqual(512 * 1024);
    expect(first.accent).toMatch(/^#[de][0-9a-f]4[0-9a-f]2[0-9a-f]$/);
    expect(first.sha256).toBe(again.sha256);
  });
});

describe("what cannot become artwork is refused with a sentence", () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="2000"/>';
  const whole = plain(1500, 1500).jpeg().toBuffer();

  test.each([
    ["a side of 1399", () => plain(1399, 2000).png().toBuffer(), "1399 × 2000 pixels"],
    ["30,000 × 30,000 pixels", () => pngBomb(30_000), "30000 × 30000"],
    ["an SVG under whatever name", () => Buffer.from(svg), "not a picture that Longwave takes"],
    ["a web page called .jpg", () => Buffer.from("<!doctype html><script>alert(1)</script>"), "not a picture that"],
    ["a GIF", () => plain(1500, 1500).gif().toBuffer(), "not a picture that Longwave takes"],
    ["a TIFF", () => plain(1500, 1500).tiff().toBuffer(), "not a picture that Longwave takes"],
    ["an SVG behind the first bytes of a JPEG", () => Buffer.from(`\xff\xd8\xff${svg}`, "latin1"), "damaged"],
    ["half a JPEG", async () => (await whole).subarray(0, 9000), "damaged"],
    ["nothing", () => Buffer.alloc(0), "empty"],
    ["more than 10 MB", () => Buffer.alloc(10 * 2 ** 20 + 1, 255), "larger than 10 MB"],
  ])("%s", async (_, bytes, words) => {
    expect(await fitArtwork(await bytes())).toEqual({ ok: false, reason: expect.stringContaining(words) });
  });

  test("a picture that takes too long or too much", async () => {
    const picture = await whole;
    expect(await fitArtwork(picture, { seconds: 0.005 })).toHaveProperty("reason", expect.stringContaining("too long"));
    expect(await fitArtwork(picture, { memoryMb: 10 })).toHaveProperty("reason", expect.stringContaining("memory"));
  });
});

/** A black square of one bit a pixel: a hundred kilobytes that decode into gigabytes. */
function pngBomb(side: number): Buffer {
  const header = Buffer.concat([uint32(side), uint32(side), Buffer.from([1, 0, 0, 0, 0])]);
  const rows = deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8))));
  const chunks = [chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
}

function uint32(value: number): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(value);
  return four;
}

test("of many pictures at once two are opened at a time", async () => {
  const picture = await plain(1400, 1400).png().toBuffer();
  const fitting = Promise.all(Array.from({ length: 8 }, () => fitArtwork(picture)));
  const counts: number[] = [];
  const watch = setInterval(() => counts.push(childrenOf(process.pid)), 5);
  const made = await fitting.finally(() => clearInterval(watch));
  expect(made.every(({ ok }) => ok)).toBe(true);
  expect(Math.max(...counts)).toBeLessThanOrEqual(4); // two that have answered may still be ending
});

/** As Linux lists them. */
const childrenOf = (pid: number): number =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).length;
