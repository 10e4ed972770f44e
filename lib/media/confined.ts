import type { ChildProcess } from "node:child_process";
import { readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** What a child may use: seconds in which it is waited for, MB of JavaScript heap, MB of memory in all. */
export type Limits = { seconds: number; heapMb: number; memoryMb: number };

export type Confined<Answer> = { ok: true; answer: Answer } | { ok: false; breach: "time" | "memory" | "crash" };

/** Not imported: Turbopack follows a `fork` that it can see, and would bundle the child. */
const { fork } = process.getBuiltinModule("node:child_process");

const WATCH_MS = 50;
const HEAP_EXHAUSTED: Array<string | null> = ["SIGABRT", "SIGTRAP", "SIGILL"];
/** How a shell, a service manager or the kernel stops us and our children: nothing that the file did. */
const FROM_OUTSIDE: Array<string | null> = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGKILL"];

/**
 * Runs a script of ours in a child process that gets `input` on stdin and sends back one message. Bytes from outside are
 * only ever parsed in such a child: it sees no setting, reads no file but code, and is killed at its limits.
 * The input is read to its end even when the child answers early. Rethrows what the input throws; throws on abort and
 * when the child was stopped from outside.
 */
export async function runConfined<Answer>(
  script: string,
  args: string[],
  input: AsyncIterable<Uint8Array>,
  { limits, signal }: { limits: Limits; signal?: AbortSignal },
): Promise<Confined<Answer>> {
  signal?.throwIfAborted();
  const child = start(script, args, limits);
  const watched = watch<Answer>(child, limits);
  const kill = () => child.kill("SIGKILL");
  signal?.addEventListener("abort", kill);
  try {
    for await (const chunk of input) {
      signal?.throwIfAborted();
      await watched.timed(written(child, chunk));
    }
    child.stdin?.end();
    const outcome = await watched.timed(watched.outcome);
    signal?.throwIfAborted();
    if (outcome === "stopped") throw new Error(`The child process of ${script} was stopped from outside.`);
    return outcome;
  } finally {
    signal?.removeEventListener("abort", kill);
    kill();
  }
}

/** By path from the project's root: the bundle that Next makes of this file lies elsewhere, the child is never in it. */
function start(script: string, args: string[], limits: Limits): ChildProcess {
  const root = process.cwd();
  // Not the whole project: the data folder, with its secrets, lies in there.
  const folders = [
    `${root}/lib`,
    `${root}/scripts`,
    `${root}/${dirname(script)}`,
    realpathSync(join(root, "node_modules")),
  ];
  const code = [`${root}/package.json`, ...folders.map((folder) => `${folder}/*`)];
  const child = fork(join(/* turbopackIgnore: true */ root, script), args, {
    execArgv: [
      "--permission",
      "--allow-addons",
      ...code.map((path) => `--allow-fs-read=${path}`),
      "--no-warnings",
      "--import",
      pathToFileURL(join(root, "scripts/alias.mjs")).href,
      `--max-old-space-size=${limits.heapMb}`,
    ],
    env: {} as NodeJS.ProcessEnv,
    stdio: ["pipe", "ignore", "ignore", "ipc"],
    serialization: "advanced",
  });
  // A child that answers early or is killed closes the pipe under what is still being written; its end tells the rest.
  child.stdin?.on("error", () => {});
  return child;
}

/** Waits until the child has taken the chunk, whose buffer the source may use again; at once when it takes no more. */
function written(child: ChildProcess, chunk: Uint8Array): Promise<void> {
  const { stdin } = child;
  if (!stdin?.writable) return Promise.resolve();
  return new Promise((done) => {
    stdin.once("close", done);
    stdin.write(chunk, () => {
      stdin.off("close", done);
      done();
    });
  });
}

function watch<Answer>(child: ChildProcess, limits: Limits) {
  let breach: "time" | "memory" | null = null;
  const stop = (why: "time" | "memory") => {
    breach = why;
    child.kill("SIGKILL");
  };
  const memory = setInterval(() => residentMb(child.pid) > limits.memoryMb && stop("memory"), WATCH_MS);
  const outcome = new Promise<Confined<Answer> | "stopped">((settle) => {
    child.once("message", (answer) => settle({ ok: true, answer: answer as Answer }));
    child.once("error", () => settle({ ok: false, breach: "crash" }));
    child.once("exit", (_code, signal) => {
      clearInterval(memory);
      child.stdin?.destroy();
      if (breach) settle({ ok: false, breach });
      else if (FROM_OUTSIDE.includes(signal)) settle("stopped");
      else settle({ ok: false, breach: HEAP_EXHAUSTED.includes(signal) ? "memory" : "crash" });
    });
  });
  return { outcome, timed: clock(limits.seconds * 1000, () => stop("time")) };
}

/** The clock runs only while the child is what is waited for: a slow store is not the file's fault. */
function clock(allowedMs: number, onOver: () => void) {
  let left = allowedMs;
  return async <Result>(waiting: Promise<Result>): Promise<Result> => {
    const from = performance.now();
    const timer = setTimeout(onOver, Math.max(0, left));
    try {
      return await waiting;
    } finally {
      clearTimeout(timer);
      left -= performance.now() - from;
    }
  };
}

/** Resident memory as Linux tells it; elsewhere only the limit of the heap holds. */
function residentMb(pid: number | undefined): number {
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[1];
    return (Number(pages) * 4096) / 2 ** 20;
  } catch {
    return 0;
  }
}
