/** "12", "1.3", "0.3". */
export const amount = (figure: number): string =>
  figure.toLocaleString("en", { maximumFractionDigits: figure < 10 ? 1 : 0 });
