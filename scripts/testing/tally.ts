export type Failure = { name: string; message: string };

/** What came of a number of tests; `failures` has one entry for each of `failed`. */
export type Tally = { passed: number; skipped: number; failures: Failure[] };

export const nothing: Tally = { passed: 0, skipped: 0, failures: [] };

export function add(...tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    skipped: tallies.reduce((sum, tally) => sum + tally.skipped, 0),
    failures: tallies.flatMap((tally) => tally.failures),
  };
}

/** A tally that counts one failure. */
export const failure = (name: string, message: string): Tally => ({ ...nothing, failures: [{ name, message }] });

/** The last line of `npm test`: `N passed, N failed`, and `, N skipped` when there are any. */
export function lastLine({ passed, failures, skipped }: Tally): string {
  return `${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/**
 * A runner's own report is believed only as far as its exit code agrees: one that ended badly without a failed test
 * (a crash, an unhandled rejection, no report at all) is a failure itself.
 */
export function judge(runner: string, ended: { code: number | null; words: string }, tally: Tally | null): Tally {
  if (!tally) return failure(runner, `${ended.words}, and left no report`);
  if (ended.code !== 0 && tally.failures.length === 0) return add(tally, failure(runner, ended.words));
  if (tally.passed + tally.skipped + tally.failures.length === 0) return failure(runner, "found no tests to run");
  return tally;
}
