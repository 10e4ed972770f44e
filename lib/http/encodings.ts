const element = /^([!#$%&'*+.^_`|~\w-]+)(?:[ \t]*;[ \t]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i;

/** What we have everything in, the best first. */
const codings = ["br", "gzip", "identity"] as const;

export type Coding = (typeof codings)[number];

/**
 * The coding that an Accept-Encoding header prefers of ours (RFC 9110 §12.5.3): the one with the largest weight, and of equal
 * ones the smallest bytes. Without the header anything would be allowed; we then send plain bytes, which everyone can read. So
 * we do where it allows nothing of ours, rather than refuse.
 */
export function preferredCoding(header: string | null): Coding {
  const weights = new Map<string, number>();
  for (const part of (header ?? "").split(",")) {
    const found = element.exec(part.trim());
    if (found) weights.set((found[1] ?? "").toLowerCase().replace(/^x-gzip$/, "gzip"), Number(found[2] ?? "1"));
  }
  // Plain bytes need not be named, and then give way to whatever is.
  const weigh = (coding: Coding): number =>
    weights.get(coding) ?? (coding === "identity" ? 0 : (weights.get("*") ?? 0));
  const best = Math.max(...codings.map(weigh));
  return best > 0 ? (codings.find((coding) => weigh(coding) === best) ?? "identity") : "identity";
}
