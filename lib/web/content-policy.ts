type Surroundings = {
  /** origins beside our own that scripts may send to: a store that takes uploads from browsers */
  connect: string[];
  /** under development: React evaluates code there */
  dev: boolean;
};

/**
 * What a page may load (CSP level 3). Only scripts with this answer's nonce run, and those that they load. Styles may stand
 * in attributes: accents and positions do.
 */
export function contentPolicy(nonce: string, { connect, dev }: Surroundings): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    ["connect-src 'self'", ...connect].join(" "),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
