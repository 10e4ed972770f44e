import { parseHttpDate, wholeSeconds } from "@/lib/http/dates";
import { parseEntityTag, parseEntityTags, stronglyEqual, weaklyEqual } from "@/lib/http/etags";

/** The headers of a request, by their names in lower case. */
export type Asked = Pick<Headers, "get">;

/** What a representation is known by. `dateIsStrong`: no two representations can share the date (RFC 9110 §8.8.2.2). */
export type Validators = { etag: string; lastModified: Date; dateIsStrong: boolean };

export type Verdict = "proceed" | "not-modified" | "precondition-failed";

/** Weighs the conditional headers of a request for what exists, in the order of RFC 9110 §13.2.2. If-Range is apart. */
export function weighConditions(method: string, headers: Asked, current: Validators): Verdict {
  if (!ifMatchHolds(headers, current)) return "precondition-failed";
  const reading = method === "GET" || method === "HEAD";
  const noneMatch = headers.get("if-none-match");
  if (noneMatch !== null) {
    if (!matches(noneMatch, current.etag, weaklyEqual)) return "proceed";
    return reading ? "not-modified" : "precondition-failed";
  }
  const since = reading ? dateIn(headers, "if-modified-since") : null;
  return since !== null && wholeSeconds(current.lastModified) <= since ? "not-modified" : "proceed";
}

/** Whether Range may be honoured (RFC 9110 §13.1.5): true without If-Range. A false one means: send the whole. */
export function ifRangeHolds(header: string | null, current: Validators): boolean {
  if (header === null) return true;
  const tag = parseEntityTag(header);
  const own = parseEntityTag(current.etag);
  if (tag && own) return stronglyEqual(tag, own);
  return current.dateIsStrong && parseHttpDate(header) === wholeSeconds(current.lastModified);
}

function ifMatchHolds(headers: Asked, current: Validators): boolean {
  const match = headers.get("if-match");
  if (match !== null) return matches(match, current.etag, stronglyEqual);
  const since = dateIn(headers, "if-unmodified-since");
  return since === null || wholeSeconds(current.lastModified) <= since;
}

/** Whether If-Match or If-None-Match names this tag, or any with `*`. */
export function matches(header: string, etag: string, same: typeof weaklyEqual): boolean {
  const tags = parseEntityTags(header);
  const own = parseEntityTag(etag);
  return tags === "*" || (own !== null && tags.some((tag) => same(tag, own)));
}

function dateIn(headers: Asked, name: string): number | null {
  const value = headers.get(name);
  return value === null ? null : parseHttpDate(value);
}
