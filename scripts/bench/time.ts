/** Runs `act` so often; its median and worst time in milliseconds. */
export async function time(runs: number, act: () => Promise<unknown>) {
  const taken: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await act();
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  const rounded = (at: number) => Number((taken[Math.floor(at * (runs - 1))] ?? 0).toFixed(1));
  return { runs, "median ms": rounded(0.5), "worst ms": rounded(1) };
}
