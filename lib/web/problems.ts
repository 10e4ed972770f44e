import { randomUUID } from "node:crypto";
import { DomainError, type ErrorCode } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { requestId } from "@/lib/platform/request-id";

/** The one table from what went wrong to an HTTP status and a title. */
const table: Record<ErrorCode, { status: number; title: string }> = {
  malformed: { status: 400, title: "The request could not be read" },
  unauthenticated: { status: 401, title: "A valid API token is needed" },
  "not-found": { status: 404, title: "There is nothing here" },
  gone: { status: 410, title: "It is gone" },
  "wrong-method": { status: 405, title: "This address does not take that method" },
  conflict: { status: 409, title: "It does not fit what is there" },
  "not-publishable": { status: 409, title: "Something keeps it from being published" },
  "upload-incomplete": { status: 409, title: "Parts of the upload are missing" },
  "quota-used-up": { status: 409, title: "The plan's room is used up" },
  stale: { status: 412, title: "Somebody saved it in the meantime" },
  "too-large": { status: 413, title: "It is too large" },
  invalid: { status: 422, title: "Some fields need a look" },
  "wrong-part": { status: 422, title: "The part is not as announced" },
  "refused-file": { status: 422, title: "The file was refused" },
  "precondition-required": { status: 428, title: "If-Match is needed" },
  "too-many": { status: 429, title: "Too many tries" },
  unavailable: { status: 503, title: "The house cannot do this right now" },
};

/** Headers that a status brings along. */
const extras: Record<number, Record<string, string>> = {
  401: { "www-authenticate": 'Bearer realm="longwave"' },
  503: { "retry-after": "5" },
};

/** An error as `application/problem+json` (RFC 9457) with a stable `code`. What was not expected is logged, not told. */
export function problem(thrown: unknown): Response {
  const { headers, ...body } = tellOf(thrown);
  return new Response(JSON.stringify({ type: "about:blank", ...body }), {
    status: body.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}

/** What is told of an error. One that was not expected is logged. */
export function tellOf(thrown: unknown) {
  const error = asExpected(thrown);
  if (!error) return bug(thrown);
  const { status, title } = table[error.code];
  const wait = error.facts.retryAfter;
  const headers: Record<string, string> = wait ? { "retry-after": String(wait) } : (extras[status] ?? {});
  return { title, status, code: error.code, detail: error.message, ...error.facts, headers };
}

/** The refusal in what was thrown, a database that is away among them; null for a bug. */
export function asExpected(thrown: unknown): DomainError | null {
  if (isAway(thrown)) return away;
  if (isCrossed(thrown)) return crossed;
  return thrown instanceof DomainError ? thrown : null;
}

/** The answer where the API has nothing. */
export const nothingHere = (): Response =>
  problem(new DomainError("not-found", "The API has nothing at this address; docs/api.md lists what it has."));

const away = new DomainError(
  "unavailable",
  "The house cannot reach its database or its store right now. Nothing was changed; try again in a moment.",
);

/** The database or the object store does not answer: Prisma's P1xxx and P2024, PostgreSQL's 57P, the network's own codes. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return error.name === "StoreUnavailable" || /^(P1\d{3}|P2024|P2028|57P0\d|ECONN\w+|EPIPE)$/.test(code);
}

const crossed = new DomainError(
  "unavailable",
  "Two changes crossed each other, and this one gave way. Nothing of it was written; try again.",
);

/** PostgreSQL ended a transaction for another's sake (40P01, 40001): Prisma's P2034, P2010 where the statement is ours. */
function isCrossed(error: unknown): boolean {
  if (!(error instanceof Error && "code" in error)) return false;
  return error.code === "P2034" || (error.code === "P2010" && /\b40(P01|001)\b/.test(error.message));
}

function bug(error: unknown) {
  const id = requestId() ?? randomUUID();
  log().error({ id, err: error }, "A request ended in a bug.");
  const detail = `It is logged with request ${id}.`;
  return { title: "Something is broken here", status: 500, code: "bug", detail, headers: {} };
}
