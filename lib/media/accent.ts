const BUCKETS = 24;
const GREY = 0.08;

/** The colour that stands for a picture, "#rrggbb": the mean of its most vivid hue, or of the whole when all is grey. Takes RGB bytes. */
export function pickAccent(pixels: Uint8Array): string {
  const sums = Array.from({ length: BUCKETS + 1 }, () => ({ weight: 0, red: 0, green: 0, blue: 0 }));
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    const { hue, chroma } = vividness(red, green, blue);
    const sum = sums[chroma < GREY ? BUCKETS : Math.floor(hue * BUCKETS) % BUCKETS];
    // Squared, so that a small bright thing speaks louder than a large dull one.
    const weight = chroma < GREY ? 1e-9 : chroma ** 2;
    if (sum) add(sum, weight, [red, green, blue]);
  }
  const best = sums.reduce((most, sum) => (sum.weight > most.weight ? sum : most));
  return `#${[best.red, best.green, best.blue].map((total) => hexByte(total / (best.weight || 1))).join("")}`;
}

type Sum = { weight: number; red: number; green: number; blue: number };

function add(sum: Sum, weight: number, [red, green, blue]: [number, number, number]): void {
  sum.weight += weight;
  sum.red += weight * red;
  sum.green += weight * green;
  sum.blue += weight * blue;
}

/** Hue and chroma of HSV, both 0 to 1. */
function vividness(red: number, green: number, blue: number): { hue: number; chroma: number } {
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (range === 0) return { hue: 0, chroma: 0 };
  const sector = sectorOf(most, range, red, green, blue);
  return { hue: (sector / 6 + 1) % 1, chroma: range / 255 };
}

function sectorOf(most: number, range: number, red: number, green: number, blue: number): number {
  if (most === red) return (green - blue) / range;
  if (most === green) return 2 + (blue - red) / range;
  return 4 + (red - green) / range;
}

const hexByte = (value: number): string => Math.round(value).toString(16).padStart(2, "0");
