const units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB"];

/** "1.5 GiB", as plans are spoken of; binary units, two digits behind the point at most. */
export function bytesInWords(bytes: bigint | number): string {
  const amount = Number(bytes);
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, Math.abs(amount))) / 10));
  const digits = new Intl.NumberFormat("en", { maximumFractionDigits: step < 3 ? 0 : 1 });
  return `${digits.format(amount / 1024 ** step)} ${units[step]}`;
}
