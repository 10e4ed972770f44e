import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tallyPlaywright } from "@/scripts/testing/playwright";
import { runPlaywright, runVitest } from "@/scripts/testing/runner";
import { add, failure, judge, lastLine, nothing } from "@/scripts/testing/tally";

describe("the last line", () => {
  it("says how many passed and failed", () => {
    expect(lastLine({ ...failure("a", ""), passed: 3 })).toBe("3 passed, 1 failed");
  });

  it("says how many were skipped only when some were", () => {
    expect(lastLine({ ...nothing, passed: 3, skipped: 2 })).toBe("3 passed, 0 failed, 2 skipped");
  });

  it("sums up all runners", () => {
    const sum = add({ ...failure("a", ""), passed: 1 }, { ...failure("b", ""), passed: 2, skipped: 4 });
    expect(lastLine(sum)).toBe("3 passed, 2 failed, 4 skipped");
  });
});

describe("a runner", () => {
  const ended = (code: number | null) => ({ code, words: `ended with code ${code}` });

  it("that leaves no report is a failure, whatever its exit code", () => {
    expect(judge("vitest", ended(0), null).failures).toHaveLength(1);
  });

  it("that ends badly without a failed test is a failure", () => {
    expect(lastLine(judge("vitest", ended(1), { ...nothing, passed: 5 }))).toBe("5 passed, 1 failed");
  });

  it("that was killed is a failure", () => {
    expect(judge("vitest", ended(null), { ...nothing, passed: 5 }).failures).toHaveLength(1);
  });

  it("that found no test is a failure", () => {
    expect(judge("vitest", ended(0), nothing).failures).toEqual([{ name: "vitest", message: "found no tests to run" }]);
  });

  it("whose failed tests explain its exit code is not counted itself", () => {
    expect(judge("vitest", ended(1), failure("a", "")).failures).toHaveLength(1);
  });
});

describe("Vitest, run for real", { timeout: 60_000 }, () => {
  const folder = useFolder();
  const cases: [what: string, source: string, line: string][] = [
    [
      "passing, failing and skipped tests",
      `it("a", () => {}); it("b", () => expect(1).toBe(2)); it.skip("c", () => {});`,
      "1 passed, 1 failed, 1 skipped",
    ],
    ["a file that cannot be imported", `import "./nowhere"; it("a", () => {});`, "0 passed, 1 failed"],
    [
      "a beforeAll that throws",
      `beforeAll(() => { throw new Error("no"); }); it("a", () => {});`,
      "0 passed, 1 failed, 1 skipped",
    ],
    ["a rejection nobody handles", `it("a", () => { Promise.reject(new Error("lost")); });`, "1 passed, 1 failed"],
    [
      "a test that ends the process",
      `it("a", () => { process.kill(process.pid, "SIGKILL"); });`,
      "0 passed, 1 failed, 1 skipped",
    ],
  ];

  it.each(cases)("is counted right with %s", async (_what, source, line) => {
    await writeFile(join(folder(), "vitest.config.mjs"), `export default { test: { globals: true } };`);
    await writeFile(join(folder(), "a.test.mjs"), source);
    expect(lastLine(await runVitest(["--root", folder()], "ignore"))).toBe(line);
  });

  it("is counted as failed when its configuration is broken", async () => {
    await writeFile(join(folder(), "vitest.config.mjs"), "this is no configuration");
    expect(lastLine(await runVitest(["--root", folder()], "ignore"))).toBe("0 passed, 1 failed");
  });
});

describe("Playwright", { timeout: 60_000 }, () => {
  it("is counted as failed when its configuration is missing", async () => {
    const counted = await runPlaywright(["--config", "/nowhere/playwright.config.ts"], "ignore");
    expect(lastLine(counted)).toBe("0 passed, 1 failed");
  });

  it("is counted by test and project, with its own errors on top", () => {
    const test = (status: string) => ({ projectName: "s3", status, results: [{ errors: [{ message: status }] }] });
    const spec = { title: "plays", file: "play.spec.ts", tests: ["expected", "unexpected", "skipped"].map(test) };
    const report = { suites: [{ specs: [], suites: [{ specs: [spec] }] }], errors: [{ message: "set-up broke" }] };
    const counted = tallyPlaywright(report);
    expect(lastLine(counted)).toBe("1 passed, 2 failed, 1 skipped");
    expect(counted.failures).toContainEqual({ name: "play.spec.ts › plays [s3]", message: "unexpected" });
  });
});

function useFolder(): () => string {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "longwave-count-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  return () => folder;
}
