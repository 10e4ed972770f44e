import { toString as draw } from "qrcode";

/** The text as a QR code, an SVG to put into an image's address. Dark on light, as cameras want it. */
export async function qrCode(text: string): Promise<string> {
  const svg = await draw(text, { type: "svg", margin: 3, errorCorrectionLevel: "M" });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}
