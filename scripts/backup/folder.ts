import { mkdir, mkdtemp, readdir, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CommandError } from "../longwave/command";

/** Makes the folder that a backup is written to, beside the one it is named when it is finished. Throws `not-empty`, `folder`. */
export async function beginFolder(folder: string): Promise<string> {
  const held = await readdir(folder).catch((error: NodeJS.ErrnoException) => (error.code === "ENOENT" ? null : error));
  if (held instanceof Error) throw new CommandError("folder", `${folder} cannot be used: ${held.message}.`);
  if (held && held.length > 0)
    throw new CommandError("not-empty", `${folder} is not empty. Name a new folder; nothing was written.`);
  try {
    if (held) await rmdir(folder); // a mount point cannot be replaced: better said now than at the end
    await mkdir(dirname(folder), { recursive: true });
    const unfinished = await mkdtemp(`${folder}.unfinished-`);
    await mkdir(join(unfinished, "tables"), { mode: 0o700 });
    return unfinished;
  } catch (error) {
    throw new CommandError(
      "folder",
      `${folder} cannot be made (${(error as NodeJS.ErrnoException).code}). Name a new folder where this user may write.`,
      { cause: error },
    );
  }
}
