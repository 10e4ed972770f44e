/** Lets `most` tasks run at a time; the others wait in line. */
export function atMost(most: number) {
  const line: (() => void)[] = [];
  let running = 0;
  return async <T>(task: () => Promise<T>): Promise<T> => {
    if (running === most) await new Promise<void>((turn) => line.push(turn));
    else running += 1;
    try {
      return await task();
    } finally {
      const next = line.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
