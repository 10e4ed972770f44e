import { appSecret } from "@/lib/platform/app-secret";
import { holdDataFolder, madeFolder } from "@/lib/platform/data-folder";
import { closeDatabase, databaseUrl, provideDatabaseUrl } from "@/lib/platform/db";
import { startPostgres } from "@/lib/platform/embedded/start";
import { settings } from "@/lib/platform/env";
import { migrate } from "@/lib/platform/migrations";

type Say = (sentence: string) => void;
export type Ground = { close(): Promise<void> };

/**
 * What every serving process stands on: the data folder, the secret, a migrated database behind db(). Throws a sentence
 * about the first thing that is not to be had. `onLost` is called when the embedded database ends by itself.
 */
export async function layGround(say: Say, onLost: Say): Promise<Ground> {
  process.umask(0o077); // drafts are nobody's business on a machine with other users
  const release = settings().databaseUrl ? shareFolder() : await startEmbedded(say, onLost);
  try {
    appSecret();
    await bringUpToDate(say);
  } catch (error) {
    await release();
    throw error;
  }
  return {
    close: async () => {
      await closeDatabase();
      await release();
    },
  };
}

/** With a database elsewhere nothing in the folder is ours alone: other processes may keep their objects there too. */
function shareFolder(): () => Promise<void> {
  madeFolder(settings().dataDir);
  return async () => {};
}

async function startEmbedded(say: Say, onLost: Say): Promise<() => Promise<void>> {
  const folder = await holdDataFolder(settings().dataDir);
  try {
    const postgres = await startPostgres({ dataDir: folder.path, say, onLost });
    provideDatabaseUrl(postgres.url);
    return () => postgres.stop().finally(folder.release);
  } catch (error) {
    await folder.release();
    throw error;
  }
}

async function bringUpToDate(say: Say): Promise<void> {
  try {
    const applied = await migrate(databaseUrl());
    if (applied.length > 0) say(`Brought the database up to date (${applied.join(", ")}).`);
  } catch (error) {
    throw settings().databaseUrl ? explained(error) : error;
  }
}

/** A connection error in words; the address without its password. */
function explained(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  const { hostname, port, pathname } = new URL(databaseUrl());
  const place = `${hostname}:${port || 5432}${pathname}`;
  const away = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH", "ECONNRESET", "57P03"];
  if (away.includes(code ?? "") || /timeout/i.test(message)) {
    return new Error(
      `The database at ${place} cannot be reached (${code ?? message}). Start it, or correct DATABASE_URL.`,
      { cause: error },
    );
  }
  const refusals = ["28P01", "28000", "3D000"];
  return refusals.includes(code ?? "")
    ? new Error(`The database at ${place} refused us: ${message}. Correct DATABASE_URL.`, { cause: error })
    : error;
}
