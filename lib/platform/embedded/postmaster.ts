import type { ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { type Cluster, clusterData, clusterLog, clusterPassword, database, runAsAccount, superuser } from "./cluster";

export type Postmaster = { process: ChildProcess; port: number };

const patience = 60_000; // a leftover one may have to finish a checkpoint, a crashed one its recovery
const heldByAnother = /lock file "postmaster\.pid" already exists|pre-existing shared memory block/;
const portTaken = /could not bind|Address already in use/;

/** Starts PostgreSQL and returns when it takes connections. One left over from a crash is asked to stop, and waited for. */
export async function startPostmaster(cluster: Cluster, onChild: (child: ChildProcess) => void): Promise<Postmaster> {
  const deadline = Date.now() + patience;
  for (;;) {
    await stopLeftover(cluster);
    const port = await freePort();
    const child = spawnPostgres(cluster, port);
    onChild(child);
    if (await ready(cluster, child)) return { process: child, port };
    const words = readFileSync(clusterLog(cluster), "utf8");
    const mayPass = heldByAnother.test(words) || portTaken.test(words);
    if (!mayPass || Date.now() > deadline)
      throw new Error(`PostgreSQL did not start: ${words.trim().split("\n").slice(-5).join(" ")}`);
    await pause(200);
  }
}

/** Fast shutdown: sessions end, all is written. After `grace` ms the immediate one, from which the next start recovers. */
export async function stopPostmaster(child: ChildProcess, grace: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT");
  const hurry = setTimeout(() => child.kill("SIGQUIT"), grace);
  await gone;
  clearTimeout(hurry);
}

export function clusterUrl(cluster: Cluster, port: number, name = database): string {
  return `postgresql://${superuser}:${clusterPassword(cluster)}@127.0.0.1:${port}/${name}`;
}

export async function createDatabase(cluster: Cluster, port: number): Promise<void> {
  const client = new Client(clusterUrl(cluster, port, "postgres"));
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [database]);
    if (rowCount === 0) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}

function spawnPostgres(cluster: Cluster, port: number): ChildProcess {
  const log = openSync(clusterLog(cluster), "w", 0o600);
  const options = Object.entries(configuration(cluster, port)).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = runAsAccount(cluster, "postgres", ["-D", clusterData(cluster), ...options], log);
  closeSync(log);
  return child;
}

/** Given on the command line, so that a data folder made by an earlier version runs with today's settings. */
function configuration(cluster: Cluster, port: number): Record<string, string | number> {
  return {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: 200,
    shared_buffers: "128MB",
    max_wal_size: "512MB",
    timezone: "UTC",
    log_timezone: "UTC",
    // what people write (mail addresses in violated constraints) stays out of the log: no ERROR, no DETAIL, no statement
    log_min_messages: "log",
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    log_checkpoints: "off",
    ...(cluster.durable ? { fsync: "on" } : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
}

/** Its eighth line says so in the pid file; false when the process ends before that. */
async function ready(cluster: Cluster, child: ChildProcess): Promise<boolean> {
  let failure: Error | undefined;
  child.once("error", (error) => (failure = error));
  while (child.exitCode === null && child.signalCode === null) {
    if (failure) throw failure;
    const lines = pidFile(cluster);
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") return true;
    await pause(25);
  }
  return false;
}

/** Only one that proves to be ours (it opens to our password and names our folder) is told to stop; no pid is guessed. */
async function stopLeftover(cluster: Cluster): Promise<void> {
  const [pid, , , port] = pidFile(cluster);
  if (!pid || !port) return;
  const client = new Client({
    connectionString: clusterUrl(cluster, Number(port), "postgres"),
    connectionTimeoutMillis: 2_000,
  });
  client.on("error", () => {}); // it ends our session too
  try {
    await client.connect();
    const { rows } = await client.query("select current_setting('data_directory') as folder");
    if (rows[0].folder === clusterData(cluster)) process.kill(Number(pid), "SIGINT");
  } catch {
    return; // nobody there, or on its way down: PostgreSQL's own lock decides
  } finally {
    await client.end().catch(() => {});
  }
}

function pidFile(cluster: Cluster): string[] {
  try {
    return readFileSync(join(clusterData(cluster), "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
