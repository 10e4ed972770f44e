import { constants } from "node:fs";
import { access, mkdtemp, rmdir, stat, statfs } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { bytesInWords } from "@/lib/accounts/bytes";
import { type Finding, good, wrong } from "./finding";

const LEAST = 1e9; // PostgreSQL's own log of changes may take half of it

export async function examineFolder(dataDir: string): Promise<Finding> {
  const there = await nearest(resolve(dataDir));
  const remedy = "Give this user the right to, or set LONGWAVE_DATA_DIR to another folder.";
  try {
    if (!(await stat(there)).isDirectory()) return wrong("data folder", `${there} is a file.`, "Name a folder.");
    await access(there, constants.R_OK | constants.W_OK | constants.X_OK);
    await rmdir(await mkdtemp(join(there, ".probe-"))); // the rights of root say nothing: what takes a folder can be written
  } catch (error) {
    return wrong("data folder", `${there} cannot be written (${(error as NodeJS.ErrnoException).code}).`, remedy);
  }
  const exists = there === resolve(dataDir);
  return good("data folder", `${resolve(dataDir)} ${exists ? "can be written." : "will be made by `npm start`."}`);
}

export async function examineRoom(dataDir: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(await nearest(resolve(dataDir)));
  const free = bavail * bsize;
  const found = `${bytesInWords(free)} are free where the data folder is.`;
  if (free >= LEAST) return good("disk", found);
  return wrong("disk", found, "Make room before uploads and the database stop.");
}

/** The folder itself, or the first one above it that exists. */
async function nearest(path: string): Promise<string> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error.code !== "ENOENT");
  return found ? path : nearest(dirname(path));
}
