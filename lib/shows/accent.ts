/** The paper and the slate of app/globals.css: what an accent is read against. */
export const PAPER = "#fafaf7";
export const SLATE = "#16181a";
const SIGNAL = "#ff4b1f";
const READABLE = 4.5;
const GREY = 0.035;
const LOUDEST = 0.19;

/** Colours as "#rrggbb": `light` on paper, `dark` on slate, each with a contrast of 4.5:1 or more (WCAG 2.2 §1.4.3). */
export type AccentPair = { light: string; dark: string };

/** The hue of a show's artwork, made readable in both themes. Grey, unknown or malformed colours give the house's own signal. */
export function accentPair(hex: string | null): AccentPair {
  const wanted = toOklch(hex ?? "");
  const { l, c, h } = wanted && wanted.c > GREY ? wanted : requireOklch(SIGNAL);
  const chroma = Math.min(c, LOUDEST);
  return { light: walk({ l, c: chroma, h }, -0.005, PAPER), dark: walk({ l, c: chroma, h }, 0.005, SLATE) };
}

/** WCAG contrast of two "#rrggbb" colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

type Oklch = { l: number; c: number; h: number };

function walk(from: Oklch, step: number, against: string): string {
  let l = Math.min(Math.max(from.l, 0.3), 0.85);
  let hex = toHex({ ...from, l });
  while (contrast(hex, against) < READABLE && l > 0 && l < 1) {
    l += step;
    hex = toHex({ ...from, l });
  }
  return hex;
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = toLinear(hex) ?? [];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function toLinear(hex: string): [number, number, number] | null {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) return null;
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function requireOklch(hex: string): Oklch {
  const found = toOklch(hex);
  if (!found) throw new TypeError(`${hex} is no colour`);
  return found;
}

// The matrices are Björn Ottosson's, https://bottosson.github.io/posts/oklab/
function toOklch(hex: string): Oklch | null {
  const linear = toLinear(hex);
  if (!linear) return null;
  const [r, g, b] = linear;
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const bb = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  const l = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short;
  return { l, c: Math.hypot(a, bb), h: Math.atan2(bb, a) };
}

/** Colours outside sRGB lose chroma, not hue. */
function toHex({ l, c, h }: Oklch): string {
  const channels = toChannels(l, c, h);
  const fits = channels.every((value) => value >= -0.0005 && value <= 1.0005);
  return fits || c < 0.002 ? `#${channels.map(toByte).join("")}` : toHex({ l, c: c - 0.002, h });
}

function toChannels(l: number, c: number, h: number): number[] {
  const a = c * Math.cos(h);
  const b = c * Math.sin(h);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

function toByte(linear: number): string {
  const value = Math.min(Math.max(linear, 0), 1);
  const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255)
    .toString(16)
    .padStart(2, "0");
}
