import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

const ours = ["--import", "./scripts/alias.mjs"];

export type Child = {
  process: ChildProcess;
  /** What it wrote so far, stdout and stderr in one. */
  words(): string;
  /** Resolves when its words match; rejects when it ends first. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  /** Its exit code, or the signal that ended it. */
  ended(): Promise<number | NodeJS.Signals>;
};

/** Runs one of our programs under plain Node, in a process group of its own, with these settings and no others. */
export function startChild(program: string, settings: Record<string, string>, args: string[] = []): Child {
  const { PATH } = process.env;
  const env: NodeJS.ProcessEnv = { PATH, NODE_ENV: "production", ...settings };
  const child = spawn(process.execPath, [...ours, program, ...args], {
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (words += chunk));
  const ended = once(child, "close").then(([code, signal]) => code ?? signal);
  return {
    process: child,
    words: () => words,
    said: (pattern) => said(child, () => words, pattern),
    ended: () => ended,
  };
}

/** Asks again and again until it is true; rejects with `what` after `patience` ms. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, patience = 10_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Not within ${patience} ms: ${what}`);
    await pause(20);
  }
}

async function said(child: ChildProcess, words: () => string, pattern: RegExp): Promise<RegExpExecArray> {
  await until(
    `${pattern} in its words`,
    () => pattern.test(words()) || child.exitCode !== null || child.signalCode !== null,
    60_000,
  );
  const match = pattern.exec(words());
  if (!match) throw new Error(`It ended without ${pattern}:\n${words()}`);
  return match;
}
