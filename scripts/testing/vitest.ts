import type { Failure, Tally } from "./tally";

type Assertion = { fullName: string; status: string; failureMessages: string[] | null };
type File = { name: string; status: string; message: string; assertionResults: Assertion[] };
export type VitestReport = { testResults: File[] };

/** Reads the report of Vitest's json reporter. */
export function tallyVitest(report: VitestReport): Tally {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  return {
    passed: tests.filter((test) => test.status === "passed").length,
    skipped: tests.filter((test) => test.status !== "passed" && test.status !== "failed").length,
    failures: report.testResults.flatMap(failuresIn),
  };
}

/** A file that failed without a failed test broke outside of them: at an import, or in beforeAll. */
function failuresIn(file: File): Failure[] {
  const failed = file.assertionResults.filter((test) => test.status === "failed");
  if (failed.length === 0 && file.status === "failed") return [{ name: file.name, message: file.message }];
  return failed.map((test) => ({
    name: `${file.name} › ${test.fullName}`,
    message: test.failureMessages?.join("\n") ?? "",
  }));
}
