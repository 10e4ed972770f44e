import sharp from "sharp";
import { mulberry } from "./melody";

const SIDE = 3000;
const PAPERS = [
  { ground: "#f4efe4", line: "#1d1b19" },
  { ground: "#14181d", line: "#e9e2d3" },
  { ground: "#e7e3da", line: "#22303c" },
  { ground: "#1f1a17", line: "#efe7d8" },
];
const ACCENT = "#e2462a";

/** Artwork without a letter on it: hairline radio waves on paper or ink, one warm accent. PNG, 3000 × 3000 px. */
export function drawCover(title: string, seed: number): Promise<Buffer> {
  const random = mulberry(seed ^ hash(title));
  const paper = PAPERS[Math.floor(random() * PAPERS.length)] ?? { ground: "#f4efe4", line: "#1d1b19" };
  const shapes = [field(random, paper.line), sun(random), arcs(random, paper.line)].join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}"><rect width="100%" height="100%" fill="${paper.ground}"/>${shapes}</svg>`;
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true, colours: 128 }).toBuffer();
}

function field(random: () => number, colour: string): string {
  const lines = 46;
  const centre = 0.25 + random() * 0.5;
  const [slow, quick, phase] = [1 + random() * 1.5, 5 + random() * 4, random() * 6];
  return Array.from({ length: lines }, (_, row) => {
    const y = SIDE * (0.52 + (0.42 * row) / lines);
    const swell = 150 * Math.sin((Math.PI * row) / lines);
    const points = Array.from({ length: 151 }, (_, step) => {
      const x = step / 150;
      const near = Math.exp(-(((x - centre) / 0.2) ** 2));
      const lift = swell * near * (1 + Math.sin(quick * x * Math.PI + row * 0.22 + phase));
      return `${(x * SIDE).toFixed(1)},${(y - lift - 22 * Math.sin(slow * x * Math.PI + phase)).toFixed(1)}`;
    });
    return `<polyline points="${points.join(" ")}" fill="none" stroke="${colour}" stroke-width="5" stroke-opacity="${(0.35 + (0.6 * row) / lines).toFixed(2)}"/>`;
  }).join("");
}

function sun(random: () => number): string {
  const x = SIDE * (0.3 + random() * 0.4);
  return `<circle cx="${x.toFixed(0)}" cy="${SIDE * 0.36}" r="${(300 + random() * 160).toFixed(0)}" fill="${ACCENT}"/>`;
}

function arcs(random: () => number, colour: string): string {
  const x = SIDE * (random() < 0.5 ? 0.12 : 0.88);
  return Array.from({ length: 9 }, (_, ring) => {
    const radius = 260 + ring * (120 + ring * 9);
    return `<circle cx="${x}" cy="${SIDE * 0.12}" r="${radius}" fill="none" stroke="${colour}" stroke-width="4" stroke-opacity="${(0.75 - ring * 0.07).toFixed(2)}"/>`;
  }).join("");
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}
