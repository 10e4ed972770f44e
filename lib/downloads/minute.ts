const SECONDS = 60;

/** What happened in each second of the last minute. Seconds since 1970, never going back. */
export function minute() {
  const counts = new Float64Array(SECONDS + 1);
  let present = 0;
  const moveTo = (second: number) => {
    const passed = Math.min(second - present, counts.length);
    for (let step = 1; step <= passed; step++) counts[(second - passed + step) % counts.length] = 0;
    present = Math.max(present, second);
  };
  return {
    add(second: number, amount: number): void {
      moveTo(second);
      const place = present % counts.length;
      counts[place] = (counts[place] ?? 0) + amount;
    },
    /** the sixty full seconds before this one, the latest last */
    read(second: number): number[] {
      moveTo(second);
      return Array.from({ length: SECONDS }, (_, index) => counts[(present + 1 + index) % counts.length] ?? 0);
    },
  };
}

export type Minute = ReturnType<typeof minute>;

export const sum = (figures: number[]): number => figures.reduce((total, figure) => total + figure, 0);
