import { accessSync, constants, existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isFolderLocked, lockFolder } from "@/lib/platform/folder-lock";

export type DataFolder = { path: string; release(): Promise<void> };

/** Another Longwave works on this data folder. */
export class FolderInUse extends Error {
  override name = "FolderInUse";
}

/**
 * Makes the data folder where there is none and holds it for this process.
 * Throws FolderInUse, or a sentence when it cannot be written.
 */
export async function holdDataFolder(dataDir: string): Promise<DataFolder> {
  const path = madeFolder(dataDir);
  const lock = await lockFolder(path);
  if (lock) return { path, release: lock.release };
  throw new FolderInUse(
    `Another Longwave is running on the data folder ${path}. Stop it, or set LONGWAVE_DATA_DIR to another folder.`,
  );
}

/** Whether a live process holds the folder. */
export async function isFolderHeld(dataDir: string): Promise<boolean> {
  return existsSync(dataDir) && (await isFolderLocked(realpathSync(dataDir)));
}

/** Makes the folder where there is none and gives its real path. Throws a sentence when it cannot be written. */
export function madeFolder(dataDir: string): string {
  try {
    makeFolder(resolve(dataDir));
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    const probe = join(dataDir, `.probe-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
    return realpathSync(dataDir);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Error(
      `The data folder ${dataDir} cannot be written (${reason}). Give this user the right to, or set LONGWAVE_DATA_DIR to another folder.`,
      { cause: error },
    );
  }
}

/** One by one: mkdir's own `recursive` runs for ever where the system says ENOENT to a folder whose parent is there (/proc). */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
