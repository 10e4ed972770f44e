const binary = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB"];
const decimal = ["bytes", "KB", "MB", "GB", "TB", "PB"];

/** "1.5 GiB", as plans are spoken of; binary units, one digit behind the point at most. */
export function bytesInWords(bytes: bigint | number): string {
  const amount = Number(bytes);
  const step = Math.min(binary.length - 1, Math.floor(Math.log2(Math.max(1, amount)) / 10));
  const digits = new Intl.NumberFormat("en", { maximumFractionDigits: step < 2 ? 0 : 1 });
  return `${digits.format(amount / 1024 ** step)} ${binary[step]}`;
}

/** The same to be changed in a form: what `bytesFromWords` reads back as exactly these bytes. */
export function bytesToType(bytes: bigint): string {
  const candidates = [binary, decimal].flatMap((units, index) =>
    units.map((unit, step) => `${+(Number(bytes) / (index === 0 ? 1024 : 1000) ** step).toFixed(3)} ${unit}`),
  );
  const exact = candidates.filter((words) => bytesFromWords(words) === bytes);
  return exact.toSorted((a, b) => a.length - b.length)[0] ?? `${bytes} bytes`;
}

/** Reads "100 GiB", "1,5 TB", "500 m"; a letter alone is a binary unit. Null for what is no size. */
export function bytesFromWords(words: string): bigint | null {
  const [, digits = "", unit = ""] = /^\s*(\d{1,15}(?:[.,]\d{1,6})?)\s*([a-z]+)\s*$/i.exec(words) ?? [];
  const factor = factorOf(unit.toLowerCase());
  return digits && factor ? BigInt(Math.round(Number(digits.replace(",", ".")) * factor)) : null;
}

function factorOf(unit: string): number | null {
  if (["b", "byte", "bytes"].includes(unit)) return 1;
  const step = ["k", "m", "g", "t", "p"].indexOf(unit.charAt(0)) + 1;
  if (step === 0 || !["", "b", "ib"].includes(unit.slice(1))) return null;
  return (unit.slice(1) === "b" ? 1000 : 1024) ** step;
}
