const units = ["bytes", "KB", "MB", "GB", "TB", "PB"];

/**
 * "42.5 MB", "100 GB", as files and plans are spoken of wherever the house says a size: steps of a thousand, as podcast
 * hosts, phones and browsers count, and three digits at most. For a form that is saved again there is `bytesToType`.
 */
export function bytesInWords(bytes: bigint | number): string {
  const rounded = Number(Number(bytes).toPrecision(3));
  const step = Math.min(units.length - 1, Math.floor((rounded.toFixed(0).length - 1) / 3));
  const digits = new Intl.NumberFormat(
    "en",
    step === 0 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 },
  );
  const words = `${digits.format(rounded / 1000 ** step)} ${units[step]}`;
  return words === "1 bytes" ? "1 byte" : words;
}

/** The same to be changed in a form, with all its digits: `bytesFromWords` reads exactly these bytes back. */
export function bytesToType(bytes: bigint): string {
  const exact = units.map((unit, step) => `${shifted(bytes, 3 * step)} ${unit}`);
  return exact.reduce((shortest, words) => (words.length <= shortest.length ? words : shortest));
}

/**
 * Reads "100 GB", "1,5 TB", "500 m", and "100 GiB" for whoever counts in steps of 1,024. Null for what is no size, and for
 * "1,000 GB", which is a thousand to some and one to others.
 */
export function bytesFromWords(words: string): bigint | null {
  const [, whole = "", point = "", fraction = "", unit = ""] =
    /^\s*(\d{1,15})(?:([.,])(\d{1,15}))?\s*([a-z]+)\s*$/i.exec(words) ?? [];
  const factor = factorOf(unit.toLowerCase());
  if (factor === null || (point === "," && fraction.length === 3)) return null;
  const scale = 10n ** BigInt(fraction.length);
  return (BigInt(whole + fraction) * factor + scale / 2n) / scale;
}

/** An integer with its point `places` to the left, without zeros that say nothing. */
function shifted(integer: bigint, places: number): string {
  const scale = 10n ** BigInt(places);
  const fraction = (integer % scale).toString().padStart(places, "0").replace(/0+$/, "");
  return `${integer / scale}${places > 0 && fraction ? `.${fraction}` : ""}`;
}

function factorOf(unit: string): bigint | null {
  if (["b", "byte", "bytes"].includes(unit)) return 1n;
  const step = ["k", "m", "g", "t", "p"].indexOf(unit.charAt(0)) + 1;
  if (step === 0 || !["", "b", "ib"].includes(unit.slice(1))) return null;
  return (unit.endsWith("ib") ? 1024n : 1000n) ** BigInt(step);
}
