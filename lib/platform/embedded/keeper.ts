// A process of its own between Longwave and PostgreSQL. It outlives a kill -9 of Longwave just long enough to stop PostgreSQL,
// and, being in a session of its own, keeps the terminal's Ctrl-C away from it.
import type { ChildProcess } from "node:child_process";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { type Cluster, initialise, runningFile } from "./cluster";
import { clusterUrl, createDatabase, startPostmaster, stopPostmaster } from "./postmaster";

export type KeeperWord = { kind: "ready"; url: string } | { kind: "failed" | "lost"; sentence: string };

const orphanGrace = 6_000; // gone within ten seconds of the server
const orderlyGrace = 60_000;

const cluster: Cluster = JSON.parse(process.argv[2] ?? "");
let child: ChildProcess | null = null;
let leaving = false;

process.once("disconnect", () => void leave(orphanGrace));
process.once("message", () => void leave(orderlyGrace));
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void leave(orderlyGrace));

await keep().catch((error: Error) => {
  if (!leaving) tell({ kind: "failed", sentence: error.message });
  return leave(orphanGrace);
});

async function keep(): Promise<void> {
  rmSync(runningFile(cluster.home), { force: true });
  await initialise(cluster, hold);
  const { process: postgres, port } = await startPostmaster(cluster, hold);
  await createDatabase(cluster, port);
  const url = clusterUrl(cluster, port);
  announce(url);
  postgres.once("exit", () => {
    if (!leaving) tell({ kind: "lost", sentence: "PostgreSQL ended by itself." });
    void leave(orphanGrace);
  });
  tell({ kind: "ready", url });
}

function hold(next: ChildProcess): void {
  child = next;
  if (leaving) next.kill("SIGQUIT");
}

async function leave(grace: number): Promise<void> {
  if (leaving) return;
  leaving = true;
  rmSync(runningFile(cluster.home), { force: true }); // first: once PostgreSQL is gone the next keeper may write its own
  if (child) await stopPostmaster(child, grace);
  process.exit();
}

function announce(url: string): void {
  const file = runningFile(cluster.home);
  writeFileSync(`${file}.new`, JSON.stringify({ url }), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function tell(word: KeeperWord): void {
  if (process.connected) process.send?.(word);
}
