import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { FolderInUse, holdDataFolder } from "@/lib/platform/data-folder";
import { runningFile } from "./cluster";
import { type EmbeddedPostgres, startPostgres } from "./start";

/**
 * The embedded database for a command beside the server: the running server's own, or, where none runs, one started for
 * this command (stop() ends it and lets the folder go). Throws when a starting server does not get ready in a minute.
 */
export async function reachPostgres(
  dataDir: string,
  say: (sentence: string) => void = () => {},
): Promise<EmbeddedPostgres> {
  try {
    const folder = await holdDataFolder(dataDir);
    const postgres = await startPostgres({ dataDir: folder.path, say }).catch(async (error) => {
      await folder.release();
      throw error;
    });
    return { url: postgres.url, stop: () => postgres.stop().finally(folder.release) };
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    return { url: await urlOfRunning(dataDir), stop: async () => {} };
  }
}

async function urlOfRunning(dataDir: string): Promise<string> {
  const file = runningFile(join(realpathSync(dataDir), "postgres"));
  const deadline = Date.now() + 60_000;
  while (!existsSync(file)) {
    if (Date.now() > deadline)
      throw new Error(`Longwave holds ${dataDir}, but its database did not start within a minute.`);
    await pause(100);
  }
  return JSON.parse(readFileSync(file, "utf8")).url;
}
