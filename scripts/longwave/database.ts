import { closeDatabase, provideDatabaseUrl } from "@/lib/platform/db";
import { reachPostgres } from "@/lib/platform/embedded/reach";
import { settings } from "@/lib/platform/env";
import { migrate } from "@/lib/platform/migrations";
import { say } from "./command";

/** Does the work on the house's database as it is: the one in DATABASE_URL, else the embedded one, which need not run. */
export async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const { databaseUrl, dataDir } = settings();
  const database = databaseUrl ? { url: databaseUrl, stop: async () => {} } : await reachPostgres(dataDir, say);
  provideDatabaseUrl(database.url);
  try {
    return await work(database.url);
  } finally {
    await closeDatabase();
    await database.stop();
  }
}

/** The same once all migrations are applied: for verbs, which speak the language of the present tables. */
export const withHouse = <T>(work: (url: string) => Promise<T>): Promise<T> =>
  withDatabase(async (url) => {
    await migrate(url);
    return work(url);
  });
