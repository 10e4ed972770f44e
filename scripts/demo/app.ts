import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { CommandError, say } from "../longwave/command";

export type App = {
  startedHere: boolean;
  /** its exit code, for one that was started here */
  ended: Promise<number>;
  /** Passes the signal on to one that was started here, and waits. */
  stop(signal: NodeJS.Signals): Promise<unknown>;
};

type Answer = "ready" | "starting" | "stranger" | "nobody";

const PATIENCE_MS = 120_000;

/** The app that answers at `appUrl`, else one started with the same settings; ready either way. */
export async function reachApp(appUrl: string): Promise<App> {
  const found = await ask(appUrl);
  if (found === "stranger")
    throw new CommandError("stranger", `Something answers at ${appUrl}, but it is not Longwave. Set PORT or APP_URL.`);
  if (found === "nobody") return startApp(appUrl);
  await untilReady(appUrl, () => false);
  return { startedHere: false, ended: Promise.resolve(0), stop: async () => {} };
}

async function startApp(appUrl: string): Promise<App> {
  say(`Nothing answers at ${appUrl}: starting Longwave.`);
  const child = spawn(process.execPath, ["--import", "./scripts/alias.mjs", "server.ts"], { stdio: ["ignore", 2, 2] });
  const ended = exitOf(child);
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(signal));
  try {
    await untilReady(appUrl, () => child.exitCode !== null || child.signalCode !== null);
  } catch (error) {
    await stop("SIGTERM");
    throw error;
  }
  return { startedHere: true, ended, stop };
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

async function untilReady(appUrl: string, hasEnded: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    if (hasEnded()) throw new CommandError("not-started", "Longwave did not start; it says why above.");
    if ((await ask(appUrl)) === "ready") return;
    if (performance.now() > deadline)
      throw new CommandError(
        "not-ready",
        `Longwave at ${appUrl} did not get ready; ${appUrl}/readyz says what is missing.`,
      );
    await pause(200);
  }
}

/** A proxy whose app is away answers 502 or 504. */
async function ask(appUrl: string): Promise<Answer> {
  try {
    const response = await fetch(`${appUrl}/readyz`, { signal: AbortSignal.timeout(10_000) });
    if (response.status === 502 || response.status === 504) return "nobody";
    const { ready } = (await response.json()) as { ready?: unknown };
    if (typeof ready !== "boolean") return "stranger";
    return ready ? "ready" : "starting";
  } catch (error) {
    return error instanceof SyntaxError ? "stranger" : "nobody";
  }
}
