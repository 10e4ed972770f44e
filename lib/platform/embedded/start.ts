import { type ChildProcess, fork } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { postgresAccount } from "./account";
import { postgresBinaries } from "./binaries";
import { type Cluster, clusterData, prepareHome } from "./cluster";
import type { KeeperWord } from "./keeper";

export type EmbeddedPostgres = {
  /** postgresql://…@127.0.0.1:port/longwave, a superuser */
  url: string;
  /** Fast shutdown; resolves when PostgreSQL and its keeper are gone. */
  stop(): Promise<void>;
};

type Options = {
  dataDir: string;
  /** false: no fsync and the like, for throw-away databases */
  durable?: boolean;
  say?: (sentence: string) => void;
  /** PostgreSQL ended though nobody asked it to */
  onLost?: (sentence: string) => void;
};

/**
 * Starts the PostgreSQL that came with npm on `dataDir`/postgres, making it first where there is none. It ends with this
 * process, however that ends. The caller holds the data folder (lib/platform/data-folder.ts): one PostgreSQL a folder.
 */
export async function startPostgres({
  dataDir,
  durable = true,
  say = () => {},
  onLost = () => {},
}: Options): Promise<EmbeddedPostgres> {
  const account = postgresAccount();
  const home = realpathSync(prepareHome(dataDir, account));
  const cluster: Cluster = { native: postgresBinaries(account), home, account, durable };
  if (!existsSync(clusterData(cluster)))
    say("Making a PostgreSQL database; this happens once and takes a few seconds.");
  const keeper = forkKeeper(cluster);
  const url = await firstWord(keeper);
  keeper.on("message", (word: KeeperWord) => word.kind === "lost" && onLost(word.sentence));
  keeper.channel?.unref();
  keeper.unref();
  return { url, stop: () => dismiss(keeper) };
}

function forkKeeper(cluster: Cluster): ChildProcess {
  const alias = new URL("../../../scripts/alias.mjs", import.meta.url).href;
  return fork(fileURLToPath(new URL("./keeper.ts", import.meta.url)), [JSON.stringify(cluster)], {
    detached: true,
    execArgv: ["--import", alias],
    env: { NODE_ENV: "production" }, // none of our secrets
    cwd: cluster.home,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

function firstWord(keeper: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    keeper.once("error", reject);
    keeper.once("exit", () => reject(new Error("PostgreSQL did not start.")));
    keeper.once("message", (word: KeeperWord) =>
      word.kind === "ready" ? resolve(word.url) : reject(new Error(word.sentence)),
    );
  });
}

async function dismiss(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null || keeper.signalCode !== null) return;
  const gone = new Promise((resolve) => keeper.once("exit", resolve));
  keeper.ref();
  if (keeper.connected) keeper.send("stop");
  await gone;
}
