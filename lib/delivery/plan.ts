import { type Asked, ifRangeHolds, type Validators, weighConditions } from "@/lib/http/conditionals";
import { formatHttpDate } from "@/lib/http/dates";
import { type ByteRange, contentRange, parseRange, rangeLength } from "@/lib/http/ranges";

/** An object of the store as one URL gives it out. `etag` is strong and quoted; `headers` go with every answer. */
export type Deliverable = {
  key: string;
  size: number;
  etag: string;
  lastModified: Date;
  contentType: string;
  cacheControl: string;
  headers?: Record<string, string>;
  /** whoever sends the bytes in our place */
  handOn?: HandOn;
};

/**
 * What to answer; `body` names the bytes to send, null for none; `words` are sent in their place where we refuse; `handedOn` names
 * the bytes that somebody else sends.
 */
export type Plan = {
  status: 200 | 206 | 302 | 304 | 412 | 416;
  headers: Record<string, string>;
  body: ByteRange | "whole" | null;
  words?: string;
  handedOn?: ByteRange | "whole";
};

/** Makes of a planned answer with a body one without, which tells somebody else to send it. Null: nobody else can. */
export type HandOn = (
  object: { key: string; contentType: string; cacheControl: string },
  planned: Plan,
  asked: Asked,
) => Plan | null;

/** Decides about a GET or HEAD (RFC 9110 §13.2.2, §14): conditions first, then If-Range, then Range. Pure. */
export function plan(request: { method: string; headers: Asked }, object: Deliverable): Plan {
  const { current, shared } = factsOf(object);
  const verdict = weighConditions(request.method, request.headers, current);
  if (verdict === "not-modified") return { status: 304, headers: shared, body: null };
  if (verdict === "precondition-failed") return refusal(412, object, request.method);
  const range = rangeOf(request, object, current);
  if (range === "unsatisfiable") return refusal(416, object, request.method);
  const planned = content(object, range);
  if (request.method === "HEAD" || planned.body === null) return { ...planned, body: null };
  const handedOn = object.handOn?.(object, planned, request.headers);
  return handedOn ? { ...handedOn, handedOn: planned.body } : planned;
}

type Facts = { current: Validators; shared: Record<string, string> };

const facts = new WeakMap<Deliverable, Facts>();

/** What every answer about the object needs, worked out once for as long as the same object is asked about. */
function factsOf(object: Deliverable): Facts {
  const known = facts.get(object);
  if (known) return known;
  const found = { current: validatorsOf(object), shared: sharedHeaders(object) };
  facts.set(object, found);
  return found;
}

/** The 200 or 206. An empty object has no body to open. */
function content(object: Deliverable, range: ByteRange | null): Plan {
  const headers = { ...object.headers, ...factsOf(object).shared, "Content-Type": object.contentType };
  if (range === null) {
    const body = object.size > 0 ? "whole" : null;
    return { status: 200, headers: { ...headers, "Content-Length": `${object.size}` }, body };
  }
  const partial = { "Content-Length": `${rangeLength(range)}`, "Content-Range": contentRange(range, object.size) };
  return { status: 206, headers: { ...headers, ...partial }, body: range };
}

/** GET is the only method with ranges (RFC 9110 §14.2). */
function rangeOf({ method, headers }: { method: string; headers: Asked }, { size }: Deliverable, current: Validators) {
  if (method !== "GET" || !ifRangeHolds(headers.get("if-range"), current)) return null;
  return parseRange(headers.get("range"), size);
}

/** Two codings of one object share its date, so only the ETag tells them apart. */
function validatorsOf({ etag, lastModified, headers = {} }: Deliverable): Validators {
  return { etag, lastModified, dateIsStrong: !/accept-encoding/i.test(new Headers(headers).get("vary") ?? "") };
}

/** What a 304 and a 206 carry because the 200 does (RFC 9110 §15.3.7, §15.4.5). */
function sharedHeaders(object: Deliverable): Record<string, string> {
  return {
    ...extraHeaders(object),
    ETag: object.etag,
    "Last-Modified": formatHttpDate(object.lastModified),
    "Cache-Control": object.cacheControl,
    "Accept-Ranges": "bytes",
  };
}

/** In words for whoever looks; it is about the request, so nothing may keep it for others. */
function refusal(status: 412 | 416, object: Deliverable, method: string): Plan {
  const words =
    status === 412 ? "It is not what the request asks for.\n" : `It has ${object.size} bytes, and none there.\n`;
  const headers = {
    ...extraHeaders(object),
    ETag: object.etag,
    "Cache-Control": "no-store",
    "Accept-Ranges": "bytes",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": `${words.length}`,
    ...(status === 416 && { "Content-Range": contentRange(null, object.size) }),
  };
  return { status, headers, body: null, ...(method !== "HEAD" && { words }) };
}

/** The caller's headers without those that describe a body. */
function extraHeaders({ headers = {} }: Deliverable): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^content-(?!security)/i.test(name)));
}
