import type { Finding, Judgement } from "./judge";

/** The table for people: a line for each group, and under it what does not hold and why that matters. */
export function* report({ asked, notAsked, findings }: Judgement): Generator<string> {
  for (const [group, cases = []] of Object.entries(Object.groupBy(asked, (httpCase) => httpCase.group))) {
    const wrong = findings.filter((finding) => finding.group === group);
    yield `${markOf(wrong)}  ${group}: ${cases.length - wrong.length} of ${cases.length} hold`;
    for (const [why, rows = []] of Object.entries(Object.groupBy(wrong, (finding) => finding.why)))
      yield* explained(why, rows);
  }
  const missing = [...new Set(notAsked.map(({ needs }) => (needs === "date" ? "Last-Modified" : "a strong ETag")))];
  if (missing.length > 0)
    yield `${notAsked.length} cases could not be asked: the answer has no ${missing.join(" and no ")}.`;
}

function* explained(why: string, rows: Finding[]): Generator<string> {
  for (const { severity, name, found, section } of rows)
    yield `        ${severity === "differs" ? "differs" : "BREAKS "}  asked for ${name}: ${found}. [${section}]`;
  yield `                 ${why}`;
}

function markOf(wrong: Finding[]): string {
  if (wrong.length === 0) return "ok     ";
  return wrong.some(({ severity }) => severity === "breaks listening") ? "BREAKS " : "differs";
}
