/** What stands in an address behind the "?". */
export type Query = Record<string, string | string[] | undefined>;

/** A field of it; the first when it is there several times. */
export function fieldOf(query: Query, name: string): string {
  const value = query[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

const MOST_PAGES = 100_000;

/** `?page=`: what is no page's number is the first. */
export function pageNumber(query: Query): number {
  const number = Number(fieldOf(query, "page"));
  return Number.isInteger(number) && number >= 1 && number <= MOST_PAGES ? number : 1;
}
