import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";

/** What a program says on stdout, and on stderr. Rejects when it ends badly. */
export const run = promisify(execFile);

/** Whether a test must do without a program: said loudly, and an error where CI promises that it is there. */
export function isMissing(program: string, flag = "--version"): boolean {
  try {
    execFileSync(program, [flag], { stdio: "ignore" });
    return false;
  } catch (error) {
    if (process.env.CI === "true") throw new Error(`The tests need ${program}.`, { cause: error });
    console.warn(`\nSKIPPED: what ${program} makes of it. Install ${program} to see.\n`);
    return true;
  }
}

/** `npm run -s …` as somebody on the server's machine runs it: with these settings and no others. */
export function runNpm(args: string[], settings: Record<string, string>): Promise<{ stdout: string; stderr: string }> {
  const { PATH, HOME } = process.env;
  return run("npm", ["run", "-s", ...args], { env: { PATH, HOME, NODE_ENV: "production", ...settings } });
}
