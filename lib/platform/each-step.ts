type Step = () => Promise<unknown>;

/** Takes every step, whatever becomes of those before it. Throws at the end when some failed, with the name and reason of each. */
export async function eachStep(steps: Record<string, Step>): Promise<void> {
  const failures: { name: string; error: unknown }[] = [];
  for (const [name, step] of Object.entries(steps)) await step().catch((error) => failures.push({ name, error }));
  if (failures.length === 0) return;
  const reasons = failures.map(({ name, error }) => `${name}: ${error instanceof Error ? error.message : error}`);
  const errors = failures.map(({ error }) => error);
  throw new AggregateError(errors, `${failures.length} of ${Object.keys(steps).length} failed. ${reasons.join("; ")}`);
}

/** A step for each of the rows, named by what they are and their id. */
export const stepsFor = <Row extends { id: string }>(
  what: string,
  rows: Row[],
  take: (row: Row) => Promise<unknown>,
): Record<string, Step> => Object.fromEntries(rows.map((row) => [`${what} ${row.id}`, () => take(row)]));
