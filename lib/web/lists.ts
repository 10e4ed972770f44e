import { DomainError } from "@/lib/platform/errors";
import { isUuid } from "@/lib/platform/uuid";

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

/** One page as JSON: `cursor` leads to the next, null at the end. `rows` has one more than the page when there is a next. */
export function listBody<T extends { id: string }>(rows: T[], { limit }: Page, show: (row: T) => object) {
  const page = rows.slice(0, limit);
  return { items: page.map(show), cursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}
