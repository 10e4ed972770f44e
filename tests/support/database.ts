import { afterAll, beforeAll, inject } from "vitest";
import { forgetDays } from "@/lib/downloads/partitions";
import { closeDatabase, provideDatabaseUrl } from "@/lib/platform/db";
import { stopJobs } from "@/lib/platform/jobs";
import { closeListening } from "@/lib/platform/listening";
import { createDatabase, dropDatabase } from "./throw-away-postgres";
import "./provided";

/**
 * Gives the test file that calls it, at its top, a migrated database of its own behind `db()`; gone after its last test.
 * Tests share it: each makes its own users and shows.
 */
export function useDatabase(): void {
  const { url, template } = inject("postgres");
  let address: string;

  beforeAll(async () => {
    address = await createDatabase(url, template);
    provideDatabaseUrl(address);
    forgetDays(); // those that this process has made are another database's
  });

  afterAll(async () => {
    await stopJobs();
    await closeListening();
    await closeDatabase();
    await dropDatabase(url, address);
  });
}
