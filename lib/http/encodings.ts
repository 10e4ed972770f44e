const coding = /^([!#$%&'*+.^_`|~\w-]+)(?:[ \t]*;[ \t]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i;

/**
 * Whether an Accept-Encoding header takes gzip (RFC 9110 §12.5.3): named, or covered by `*`, with a weight above 0.
 * Without the header anything would be allowed; we then send plain bytes, which everyone can read.
 */
export function acceptsGzip(header: string | null): boolean {
  const weights = new Map<string, number>();
  for (const element of (header ?? "").split(",")) {
    const found = coding.exec(element.trim());
    if (found) weights.set((found[1] ?? "").toLowerCase(), Number(found[2] ?? "1"));
  }
  return (weights.get("gzip") ?? weights.get("x-gzip") ?? weights.get("*") ?? 0) > 0;
}
