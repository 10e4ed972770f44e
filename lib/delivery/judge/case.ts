/** What one URL gives out, as far as it is known. `etag` and `lastModified` are the header's values, null where it sends none. */
export type Subject = {
  size: number;
  etag: string | null;
  lastModified: string | null;
  /** a feed, chapters, a transcript: these may come zipped to who takes that */
  isText: boolean;
  /** The bytes from `start` to `end` (inclusive), null where they were never read. */
  bytes(start: number, end: number): Buffer | null;
};

/** What must come back. For 206 `start` and `end` (inclusive) say which bytes. */
export type Outcome = { status: 200 | 204 | 304 | 412 | 416 } | { status: 206; start: number; end: number };

/** An answer as it came over the socket. `body` may stop early: then `ended` is false. Names of headers in lower case. */
export type Answered = { status: number; headers: Record<string, string>; body: Buffer; ended: boolean };

/** Something an answer must say in its header besides. `holds` gets null where the header is missing. */
export type Saying = { header: string; words: string; holds(value: string | null, subject: Subject): boolean };

export type Severity = "breaks listening" | "differs";

/** One request of the table, and what must hold of its answer. */
export type HttpCase = {
  group: string;
  /** what is asked for, in words */
  name: string;
  method: "GET" | "HEAD" | "OPTIONS";
  headers: Asking;
  outcome: Outcome | ((subject: Subject) => Outcome);
  /** statuses that are right as well by the RFC, though not what our own house answers */
  orElse: number[];
  says: Saying[];
  /** validators that the request is built from: without them the case cannot be asked */
  needs: Need | null;
  why: string;
  severity: Severity;
  section: string;
};

export type Asking = Record<string, string> | ((subject: Subject) => Record<string, string>);
export type Need = "etag" | "strong etag" | "date";

type Shared = Pick<HttpCase, "group" | "why" | "severity" | "section"> & Partial<Pick<HttpCase, "needs" | "method">>;
type Own = Partial<Pick<HttpCase, "orElse" | "says" | "needs" | "method" | "section" | "severity">>;
type Row = [name: string, headers: Asking, outcome: HttpCase["outcome"], own?: Own];

/** Rows that have their reason in common. */
export function table(shared: Shared, rows: Row[]): HttpCase[] {
  return rows.map(([name, headers, outcome, own]) => ({
    method: "GET",
    orElse: [],
    says: [],
    needs: null,
    ...shared,
    ...own,
    name,
    headers,
    outcome,
  }));
}

export const whole: Outcome = { status: 200 };
export const notModified: Outcome = { status: 304 };
export const refused: Outcome = { status: 412 };
export const unsatisfiable: Outcome = { status: 416 };
export const part = (start: number, end: number): Outcome => ({ status: 206, start, end });
export const from = (start: number) => (subject: Subject) => part(start, subject.size - 1);

export const range = (value: string): Record<string, string> => ({ range: value });

/** An ETag that nothing has. */
export const OTHER_TAG = '"longwave-asks-for-another"';

export const tagOf = ({ etag }: Subject): string => etag ?? OTHER_TAG;

/** Last-Modified, moved by some seconds. */
export function dateOf({ lastModified }: Subject, seconds = 0): string {
  return new Date(Date.parse(lastModified ?? "") + seconds * 1000).toUTCString();
}

export const outcomeOf = ({ outcome }: HttpCase, subject: Subject): Outcome =>
  typeof outcome === "function" ? outcome(subject) : outcome;

export const headersOf = ({ headers }: HttpCase, subject: Subject): Record<string, string> =>
  typeof headers === "function" ? headers(subject) : headers;

/** Whether the case can be asked of a URL with these validators. */
export function canAsk({ needs }: HttpCase, { etag, lastModified }: Subject): boolean {
  if (needs === "date") return lastModified !== null;
  if (needs === "strong etag") return etag !== null && !etag.startsWith("W/");
  return needs === null || etag !== null;
}
