import type { TestProject } from "vitest/node";
import { jobKinds } from "@/jobs";
import { provideDatabaseUrl } from "@/lib/platform/db";
import { prepareJobs } from "@/lib/platform/jobs";
import { migrate } from "@/lib/platform/migrations";
import { startObjectStoreServer } from "./object-store-server";
import { createDatabase, databaseName, startThrowAwayPostgres } from "./throw-away-postgres";
import "./provided";

/** One PostgreSQL with a migrated template, and one S3 server, for all integration tests of a run. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const [postgres, s3] = await Promise.all([startThrowAwayPostgres(), startObjectStoreServer()]);
  const template = await createDatabase(postgres.url);
  await migrate(template);
  provideDatabaseUrl(template);
  await prepareJobs(jobKinds);
  provide("postgres", { url: postgres.url, template: databaseName(template) });
  provide("s3", s3 && { endpoint: s3.endpoint, accessKeyId: s3.accessKeyId, secretAccessKey: s3.secretAccessKey });
  return async () => {
    await Promise.all([postgres.stop(), s3?.stop()]);
  };
}
