import { matches } from "@/lib/http/conditionals";
import { weaklyEqual } from "@/lib/http/etags";
import { DomainError } from "@/lib/platform/errors";
import { isUuid } from "@/lib/platform/uuid";
import { json } from "@/lib/web/api";
import { contentTag } from "@/lib/web/versions";

const MOST = 100;
const USUAL = 50;

export type Page = { cursor: string | null; limit: number };

/** `?cursor=…&limit=…` of a list. Throws `invalid`. */
export function pageOf(request: Request): Page {
  const { searchParams } = new URL(request.url);
  const cursor = searchParams.get("cursor");
  const limit = Number(searchParams.get("limit") ?? USUAL);
  if (cursor !== null && !isUuid(cursor))
    throw new DomainError("invalid", "cursor must be one that a list gave.", {
      fields: { cursor: "must be one that a list gave" },
    });
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    throw new DomainError("invalid", `limit must be 1 to ${MOST}.`, { fields: { limit: `must be 1 to ${MOST}` } });
  return { cursor, limit };
}

/**
 * One page as JSON: `cursor` leads to the next, null at the end. `rows` has one more than the page when there is a next.
 * Its ETag is of what it tells, and who polls with it in If-None-Match hears 304 while nothing is new.
 */
export function listAnswer<T extends { id: string }>(
  request: Request,
  rows: T[],
  { limit }: Page,
  show: (row: T) => object,
): Response {
  const page = rows.slice(0, limit);
  const body = { items: page.map(show), cursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
  const headers = { etag: contentTag(body) };
  const known = request.headers.get("if-none-match");
  if (known === null || !matches(known, headers.etag, weaklyEqual)) return json(body, { headers });
  return new Response(null, { status: 304, headers: { ...headers, "cache-control": "private, no-store" } });
}
