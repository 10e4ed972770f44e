import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type DataFolder = { path: string; release(): Promise<void> };

/** Another Longwave works on this data folder. */
export class FolderInUse extends Error {
  override name = "FolderInUse";
}

/**
 * Makes the data folder where there is none and holds it for this process: the lock is a listening socket, so it ends
 * with the process however that ends, and no pid is guessed. Throws FolderInUse, or a sentence when it cannot be written.
 */
export async function holdDataFolder(dataDir: string): Promise<DataFolder> {
  const path = madeFolder(dataDir);
  const lock = await listen(socketPath(path));
  if (!lock)
    throw new FolderInUse(
      `Another Longwave is running on the data folder ${path}. Stop it, or set LONGWAVE_DATA_DIR to another folder.`,
    );
  return { path, release: () => new Promise((resolve) => lock.close(() => resolve())) };
}

/** Whether a live process holds the folder. */
export async function isFolderHeld(dataDir: string): Promise<boolean> {
  return existsSync(dataDir) && (await answers(socketPath(realpathSync(dataDir))));
}

/** Makes the folder where there is none and gives its real path. Throws a sentence when it cannot be written. */
export function madeFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
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

/** In the folder itself, unless that makes a path longer than a socket may have (104 bytes on macOS, 108 on Linux). */
function socketPath(folder: string): string {
  const inside = join(folder, "lock");
  if (Buffer.byteLength(inside) <= 100) return inside;
  return join(tmpdir(), `longwave-${createHash("sha256").update(folder).digest("hex").slice(0, 32)}.lock`);
}

async function listen(path: string): Promise<Server | null> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const server = await tryListen(path);
    if (server) return server;
    if ((await answers(path)) || !(await clearedAway(path))) return null;
  }
  return null;
}

/** Removes the socket of a process that is gone; false when, at a second look, somebody took it over just now. */
async function clearedAway(path: string): Promise<boolean> {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return true; // another process cleared it first
  }
  const live = await answers(aside);
  if (live) linkSync(aside, path);
  rmSync(aside);
  return !live;
}

function tryListen(path: string): Promise<Server | null> {
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(null) : reject(error),
    );
    server.listen(path, () => resolve(server.unref()));
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", ({ code }: NodeJS.ErrnoException) => resolve(code !== "ECONNREFUSED" && code !== "ENOENT"));
  });
}
