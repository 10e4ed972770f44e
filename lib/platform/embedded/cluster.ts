import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { type Account, canEnter } from "./account";

/** Where one embedded PostgreSQL lives, and as whom it runs. Everything a keeper needs to know; it travels as JSON. */
export type Cluster = { native: string; home: string; account: Account | null; durable: boolean };

export const superuser = "longwave";
export const database = "longwave";

export const clusterData = (cluster: Cluster) => join(cluster.home, "data");
export const clusterLog = (cluster: Cluster) => join(cluster.home, "postgres.log");
export const clusterPassword = (cluster: Cluster) => readFileSync(join(cluster.home, "password"), "utf8").trim();
/** Tells the operator's command line where the database of a running server listens. */
export const runningFile = (home: string) => join(home, "running.json");

/** Makes the cluster's folder (traversable for its account) and its password, once. */
export function prepareHome(dataDir: string, account: Account | null): string {
  const home = join(dataDir, "postgres");
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (account) letThrough(account, dataDir, home);
  const password = join(home, "password");
  if (!existsSync(password)) {
    writeFileSync(`${password}.new`, randomBytes(24).toString("base64url"), { mode: 0o600, flush: true });
    renameSync(`${password}.new`, password);
  }
  return home;
}

/** Runs initdb unless it has been run. What an interrupted one left is thrown away: the rename is what makes it real. */
export async function initialise(cluster: Cluster, onChild: (child: ChildProcess) => void): Promise<void> {
  for (const name of readdirSync(cluster.home)) {
    if (name.startsWith("data.")) rmSync(join(cluster.home, name), { recursive: true, force: true });
  }
  if (existsSync(clusterData(cluster))) return;
  const unfinished = join(cluster.home, `data.${process.pid}`);
  mkdirSync(unfinished, { mode: 0o700 });
  const passwordFile = join(cluster.home, `password.${process.pid}`);
  writeFileSync(passwordFile, clusterPassword(cluster), { mode: 0o600 });
  for (const path of [unfinished, passwordFile])
    if (cluster.account) chownSync(path, cluster.account.uid, cluster.account.gid);
  try {
    await initdb(cluster, unfinished, passwordFile, onChild);
    renameSync(unfinished, clusterData(cluster));
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function letThrough(account: Account, ...folders: string[]): void {
  for (const folder of folders)
    if (statSync(folder).uid === process.getuid?.()) chmodSync(folder, statSync(folder).mode | 0o011);
  const last = folders.at(-1) ?? "/";
  if (canEnter(account, last)) return;
  throw new Error(
    `Started as root, Longwave runs PostgreSQL as the user ${account.name}, who cannot reach ${last}. ` +
      "Set LONGWAVE_DATA_DIR to a folder that every user may pass through, such as /var/lib/longwave, or start Longwave as an ordinary user.",
  );
}

function initdb(
  cluster: Cluster,
  data: string,
  passwordFile: string,
  onChild: (child: ChildProcess) => void,
): Promise<void> {
  const args = [
    "-D",
    data,
    "-U",
    superuser,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
  ];
  args.push(
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
    ...(cluster.durable ? [] : ["--no-sync"]),
  );
  const child = runAsAccount(cluster, "initdb", args, "pipe");
  onChild(child);
  let words = "";
  child.stdout?.on("data", (chunk) => (words += chunk));
  child.stderr?.on("data", (chunk) => (words += chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`initdb did not finish: ${words.trim().split("\n").slice(-5).join(" ")}`)),
    );
  });
}

/** Spawns one of PostgreSQL's programs as its account, with an environment of its own (no secret of ours in it). */
export function runAsAccount(cluster: Cluster, program: string, args: string[], output: "pipe" | number): ChildProcess {
  return spawn(join(cluster.native, "bin", program), args, {
    cwd: cluster.home,
    env: { NODE_ENV: "production", PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
    stdio: ["ignore", output, output],
    ...(cluster.account && { uid: cluster.account.uid, gid: cluster.account.gid }),
  });
}
