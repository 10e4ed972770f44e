import type { House } from "./house";

/** The houses of a run, by the store they keep their objects in; s3 is null where no S3 server could be had. */
export type Houses = { embedded: House; s3: House | null };

const variable = "LONGWAVE_TEST_HOUSES";

/** Called once, before Playwright starts its workers, which inherit the environment. */
export function publishHouses(houses: Houses): void {
  process.env[variable] = JSON.stringify(houses);
}

export function housesOfThisRun(): Houses {
  return JSON.parse(process.env[variable] ?? "null");
}
