import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PlaywrightReport, tallyPlaywright } from "./playwright";
import { judge, type Tally } from "./tally";
import { tallyVitest, type VitestReport } from "./vitest";

const limit = 40 * 60_000;

type Output = "inherit" | "ignore";

/** Runs Vitest on `args` (files, folders, its flags; all when empty), its output on ours. */
export function runVitest(args: string[], output: Output = "inherit"): Promise<Tally> {
  return withReport(async (file) => {
    const flags = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const ended = await run("node_modules/vitest/vitest.mjs", ["run", ...flags, ...args], output);
    return judge("vitest", ended, await read<VitestReport>(file).then((report) => report && tallyVitest(report)));
  });
}

/** Runs Playwright on `args`, its output on ours; with `--list` it runs nothing and only counts. */
export function runPlaywright(args: string[], output: Output = "inherit"): Promise<Tally> {
  return withReport(async (file) => {
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    const flags = ["test", "--reporter=line,json", ...args];
    const ended = await run("node_modules/@playwright/test/cli.js", flags, output, env);
    const report = await read<PlaywrightReport>(file);
    return judge("playwright", ended, report && tallyPlaywright(report));
  });
}

async function withReport(use: (file: string) => Promise<Tally>): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), "longwave-report-"));
  try {
    return await use(join(folder, "report.json"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(program: string, args: string[], output: Output, extra: Record<string, string> = {}) {
  const env = { ...process.env, TZ: "Asia/Kathmandu", ...extra };
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ["ignore", output, output] });
  const timer = setTimeout(() => child.kill("SIGKILL"), limit);
  const code = await exitOf(child);
  clearTimeout(timer);
  return {
    code,
    words: code === null ? `was killed, perhaps after its ${limit / 60_000} minutes` : `ended with code ${code}`,
  };
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  const [code] = await once(child, "exit");
  return code;
}

/** null: no such file, or cut short. */
async function read<T>(file: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return null;
  }
}
