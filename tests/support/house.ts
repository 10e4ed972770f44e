import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

/** What `npm run demo` made; its last line on stdout. */
export type Demo = {
  feed: string;
  page: string;
  studio: string;
  email: string;
  password: string;
  token: string;
  episodes: { title: string; page: string; enclosure: string; bytes: number; sha256: string }[];
};

/** A running production server with a demo show in it. `settings` are the server's, for programs that work beside it. */
export type House = { url: string; demo: Demo; pid: number; settings: Record<string, string> };

const ours = ["--import", "./scripts/alias.mjs"];
const patience = 180_000; // a busy machine is no failure

/** A production server on a free port. `log` is what it has said so far. */
export type Server = Omit<House, "demo"> & { log(): Promise<string>; stop(): Promise<void> };

/**
 * Serves the production build on a free port and a data folder of its own, and makes the demo there as any client would.
 * `settings` are what an operator would set on top, DATABASE_URL or S3_ENDPOINT for example.
 */
export async function startHouse(settings: Record<string, string>): Promise<House & { stop(): Promise<void> }> {
  const server = await startServer(() => settings);
  try {
    return { ...server, demo: await makeDemo({ ...bareEnvironment(), ...server.settings }) };
  } catch (error) {
    const log = await server.log();
    await server.stop();
    throw new Error(`No demo at ${server.url}. The server's last words:\n${log.slice(-4000)}`, { cause: error });
  }
}

/** Serves the production build, empty. The settings may depend on the port. */
export async function startServer(settingsFor: (port: number) => Record<string, string>): Promise<Server> {
  const dataDir = await mkdtemp(join(tmpdir(), "longwave-house-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = { PORT: String(port), APP_URL: url, LONGWAVE_DATA_DIR: dataDir, ...settingsFor(port) };
  const server = serve({ ...bareEnvironment(), ...settings }, join(dataDir, "server.log"));
  const log = () => readFile(join(dataDir, "server.log"), "utf8");
  const stop = async () => {
    await end(server);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await ready(url, server);
    return { url, pid: server.pid ?? 0, settings, log, stop };
  } catch (error) {
    const words = await log();
    await stop();
    throw new Error(`No server at ${url}. Its last words:\n${words.slice(-4000)}`, { cause: error });
  }
}

/** Nothing of the settings that happen to be set where the tests are run. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG } = process.env;
  return { PATH, HOME, LANG, NODE_ENV: "production", TZ: "Asia/Kathmandu" };
}

function serve(env: NodeJS.ProcessEnv, logFile: string): ChildProcess {
  const log = openSync(logFile, "a");
  const server = spawn(process.execPath, [...ours, "server.ts"], { env, stdio: ["ignore", log, log] });
  closeSync(log);
  return server;
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  const giveUp = AbortSignal.timeout(patience);
  while (!(await answers(`${url}/readyz`))) {
    if (server.exitCode !== null) throw new Error(`The server ended with code ${server.exitCode}.`);
    await pause(100, undefined, { signal: giveUp });
  }
}

const answers = (url: string) =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );

async function makeDemo(env: NodeJS.ProcessEnv): Promise<Demo> {
  const options = { env, timeout: 2 * patience, maxBuffer: 16 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)(process.execPath, [...ours, "scripts/demo.ts"], options);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, "exit");
  server.kill("SIGTERM");
  await gone;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
}
