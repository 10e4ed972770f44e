import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** Where root keeps what an unprivileged account must reach, when the clone itself is out of its reach (/root is mode 700). */
export const systemFolder = "/var/lib/longwave";

/** The project's own folder, unless root starts us in a place where the account that PostgreSQL runs under cannot go. */
export function defaultDataDir(): string {
  return process.getuid?.() === 0 && !canEverybodyEnter(resolve(/* turbopackIgnore: true */ "."))
    ? systemFolder
    : ".longwave";
}

function canEverybodyEnter(folder: string): boolean {
  if ((statSync(folder).mode & 0o001) === 0) return false;
  return folder === dirname(folder) || canEverybodyEnter(dirname(folder));
}
