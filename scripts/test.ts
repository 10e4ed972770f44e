// `npm test`: Vitest and then Playwright on the production build, one sum at the end.
// `npm test -- tests/unit/http -t "suffix"` runs a part: paths pick the runner, flags are passed on to it.
// `npm run test:long` (--long) runs what is left out of it because it takes long; `--all`, for CI, runs both.
import { stripVTControlCharacters } from "node:util";
import { findChromium, howToGetChromium } from "@/tests/support/chromium";
import { runPlaywright, runVitest } from "./testing/runner";
import { add, failure, lastLine, type Tally } from "./testing/tally";

const endToEnd = "tests/e2e";

async function runParts(given: string[]): Promise<Tally> {
  const args = given.filter((arg) => arg !== "--all" && arg !== "--long");
  const paths = args.filter(isPath);
  const tallies: Tally[] = [];
  if (paths.length === 0 || !paths.every(isEndToEnd)) {
    const own = args.filter((arg) => !isEndToEnd(arg));
    tallies.push(await runVitest([...own, ...(paths.length > 0 ? [] : vitestProjects(given))]));
  }
  if (paths.length === 0 || paths.some(isEndToEnd)) {
    const own = args.filter((arg) => !isPath(arg) || isEndToEnd(arg));
    tallies.push(await runInBrowser([...own, ...projectsOf(given, paths.length > 0)]));
  }
  return add(...tallies);
}

const isPath = (arg: string) => /^(\.\/)?tests(\/|$)/.test(arg);
const isEndToEnd = (arg: string) => isPath(arg) && arg.includes(endToEnd);

/** Vitest's projects; a file that is asked for by name runs in its own. */
function vitestProjects(given: string[]): string[] {
  if (given.includes("--long")) return ["--project=long", "--project=on-s3"];
  return given.includes("--all") ? [] : ["--project=unit", "--project=integration"];
}

/** Playwright's projects; a story that is asked for by name runs wherever it can. */
function projectsOf(given: string[], byName: boolean): string[] {
  if (byName || given.includes("--all")) return [];
  const names = given.includes("--long") ? ["embedded-long", "embedded-looks", "s3-long"] : ["embedded", "s3"];
  return names.map((name) => `--project=${name}`);
}

/** Without a Chromium the tests are counted as skipped, and in CI as a failure. */
async function runInBrowser(args: string[]): Promise<Tally> {
  if (findChromium()) return runPlaywright(args);
  const words = `There is no Chromium. ${howToGetChromium}`;
  if (process.env.CI === "true") return failure("end-to-end tests", words);
  console.error(`\nSKIPPED: all tests in a browser. ${words}\n`);
  const listed = await runPlaywright([...args, "--list"]);
  return { ...listed, passed: 0, skipped: listed.passed + listed.skipped };
}

function report({ failures, ...counts }: Tally): void {
  for (const { name, message } of failures) console.log(`\nFAILED  ${name}\n${shortened(message)}`);
  if (counts.skipped > 0)
    console.log("\nSome tests were skipped: SKIPPED above says what is missing and how to get it.");
  console.log(`\n${lastLine({ failures, ...counts })}`);
}

/** The first lines, indented; the runner has shown the whole above. */
function shortened(message: string): string {
  return stripVTControlCharacters(message)
    .split("\n")
    .slice(0, 12)
    .map((line) => `        ${line}`)
    .join("\n");
}

const total = await runParts(process.argv.slice(2));
report(total);
process.exitCode = total.failures.length > 0 ? 1 : 0;
