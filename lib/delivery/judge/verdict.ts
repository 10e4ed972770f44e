import {
  type Answered,
  type HttpCase,
  type Outcome,
  outcomeOf,
  type Severity,
  type Subject,
} from "@/lib/delivery/judge/case";

export type Fault = { severity: Severity; words: string };

/** What is wrong with an answer to a case, or null. Bytes of another place, and a server that fails, break listening in any case. */
export function faultIn(answer: Answered, httpCase: HttpCase, subject: Subject): Fault | null {
  const { severity, says } = httpCase;
  if (answer.status >= 500) return { severity: "breaks listening", words: `the server failed with ${answer.status}` };
  const outcome = outcomeOf(httpCase, subject);
  if (answer.status !== outcome.status) {
    const words = `${answer.status} instead of ${outcome.status}`;
    if (!httpCase.orElse.includes(answer.status)) return { severity, words };
    if (httpCase.method !== "OPTIONS") return null; // to a preflight every success says the same
  }
  const wrong = wrongBytes(answer, httpCase, outcome, subject);
  if (wrong) return { severity: "breaks listening", words: wrong };
  const unsaid = says.find(({ header, holds }) => !holds(answer.headers[header] ?? null, subject));
  if (!unsaid) return null;
  const value = answer.headers[unsaid.header];
  return { severity, words: `${unsaid.words}; it ${value === undefined ? "is missing" : `says ${value}`}` };
}

function wrongBytes(answer: Answered, { method }: HttpCase, outcome: Outcome, subject: Subject): string | null {
  const { headers, body } = answer;
  const hasContent = outcome.status === 200 || outcome.status === 206;
  if (method === "HEAD" || !hasContent) return body.length > 0 && hasContent ? "HEAD was answered with a body" : null;
  const [start, end] = outcome.status === 206 ? [outcome.start, outcome.end] : [0, subject.size - 1];
  const expected = `bytes ${start}-${end}/${subject.size}`;
  if (outcome.status === 206 && headers["content-range"] !== expected)
    return `Content-Range is ${headers["content-range"] ?? "missing"} instead of ${expected}`;
  const coding = headers["content-encoding"];
  if (coding && coding !== "identity") return subject.isText ? null : `the bytes come in a coding (${coding})`;
  return wrongLength(answer, end - start + 1) ?? otherBytes(body, start, subject);
}

function wrongLength({ headers, body, ended }: Answered, length: number): string | null {
  const said = headers["content-length"];
  if (said !== undefined && Number(said) !== length) return `Content-Length is ${said} instead of ${length}`;
  if (body.length > length || (ended && body.length < length)) return `${body.length} bytes came instead of ${length}`;
  return null;
}

function otherBytes(body: Buffer, start: number, subject: Subject): string | null {
  const known = body.length > 0 ? subject.bytes(start, start + body.length - 1) : null;
  return known && !known.equals(body) ? `the bytes from ${start} on are not those of the file` : null;
}
