import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname } from "node:path";

export type Account = { name: string; uid: number; gid: number };

/**
 * The account PostgreSQL runs under, or null for our own: PostgreSQL refuses to run as root, so root lends it the system
 * account `longwave` (made when the machine can make one), else `nobody`.
 */
export function postgresAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const account = findAccount("longwave") ?? madeAccount("longwave") ?? findAccount("nobody");
  if (account) return account;
  throw new Error(
    "PostgreSQL does not run as root, and this machine has no account to lend it. Start Longwave as an ordinary user.",
  );
}

/** Whether `account` may go into the folder: it needs the search bit on every folder from the root down. */
export function canEnter(account: Account, folder: string): boolean {
  const { mode, uid, gid } = statSync(folder);
  const others = gid === account.gid ? 0o010 : 0o001;
  const needed = uid === account.uid ? 0o100 : others;
  if ((mode & needed) === 0) return false;
  return folder === dirname(folder) || canEnter(account, dirname(folder));
}

function findAccount(name: string): Account | null {
  const uid = numberFrom("id", ["-u", name]);
  const gid = numberFrom("id", ["-g", name]);
  return uid && gid ? { name, uid, gid } : null;
}

function madeAccount(name: string): Account | null {
  spawnSync("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--home-dir",
    "/nonexistent",
    "--shell",
    "/usr/sbin/nologin",
    name,
  ]);
  return findAccount(name);
}

function numberFrom(program: string, args: string[]): number | null {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  return status === 0 ? Number(stdout) : null;
}
