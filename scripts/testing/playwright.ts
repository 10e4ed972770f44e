import type { Failure, Tally } from "./tally";

type Problem = { message?: string };
type Test = { projectName: string; status: string; results: { errors: Problem[] }[] };
type Spec = { title: string; file: string; tests: Test[] };
type Suite = { specs: Spec[]; suites?: Suite[] };
export type PlaywrightReport = { suites: Suite[]; errors: Problem[] };

/** Reads the report of Playwright's json reporter; its own errors (a global set-up that broke, say) count as failures. */
export function tallyPlaywright(report: PlaywrightReport): Tally {
  const specs = report.suites.flatMap(specsIn);
  const tests = specs.flatMap((spec) => spec.tests);
  const own = report.errors.map((problem) => ({ name: "end-to-end tests", message: problem.message ?? "" }));
  return {
    passed: tests.filter((test) => test.status === "expected" || test.status === "flaky").length,
    skipped: tests.filter((test) => test.status === "skipped").length,
    failures: [...specs.flatMap(failuresIn), ...own],
  };
}

const specsIn = (suite: Suite): Spec[] => [...suite.specs, ...(suite.suites ?? []).flatMap(specsIn)];

function failuresIn(spec: Spec): Failure[] {
  const failed = spec.tests.filter((test) => test.status === "unexpected");
  return failed.map((test) => ({
    name: `${spec.file} › ${spec.title} [${test.projectName}]`,
    message: test.results.flatMap((result) => result.errors.map((problem) => problem.message ?? "")).join("\n"),
  }));
}
