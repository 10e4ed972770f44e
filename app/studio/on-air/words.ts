const MB = 1_000_000;

/** "12", "1.3", "0.3". */
export const amount = (figure: number): string =>
  figure.toLocaleString("en", { maximumFractionDigits: figure < 10 ? 1 : 0 });

/** In MB, with as many digits as say something. */
export const megabytes = (bytes: number): string =>
  (bytes / MB).toLocaleString("en", { maximumSignificantDigits: bytes < MB ? 2 : 3 });
