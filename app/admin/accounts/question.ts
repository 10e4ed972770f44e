import { type AccountOrder, type AccountQuestion, accountFilters, accountOrders } from "@/lib/accounts/admin-accounts";
import { fieldOf, pageNumber, type Query } from "../../studio/query";

const LONGEST_SEARCH = 255;

/** What the address asks of the list; what it does not understand is as if it were not there. */
export function questionOf(query: Query): AccountQuestion {
  const [filter, order] = [fieldOf(query, "show"), fieldOf(query, "sort")];
  return {
    // PostgreSQL has no NUL.
    search: fieldOf(query, "q").replaceAll("\0", "").trim().slice(0, LONGEST_SEARCH),
    filter: accountFilters.find((known) => known === filter) ?? null,
    order: accountOrders.find((known) => known === order) ?? "newest",
    reversed: fieldOf(query, "reversed") === "1",
    page: pageNumber(query),
  };
}

/** The address's part behind the path; what is usual is left out. A changed question begins at page 1. */
export const queryOf = (question: AccountQuestion, change: Partial<AccountQuestion> = {}): string =>
  `?${new URLSearchParams(fieldsOf({ ...question, page: 1, ...change }))}`;

/** What the search keeps beside its own words. */
export const keptBySearch = (question: AccountQuestion): Record<string, string> =>
  fieldsOf({ ...question, search: "", page: 1 });

/** Chosen again an order turns round. Names begin with A, all else with the most. */
export function orderOf(question: AccountQuestion, order: AccountOrder) {
  const isCurrent = question.order === order;
  const direction = (order === "name") === question.reversed ? ("descending" as const) : ("ascending" as const);
  return {
    href: queryOf(question, { order, reversed: isCurrent && !question.reversed }),
    direction: isCurrent ? direction : null,
  };
}

function fieldsOf({ search, filter, order, reversed, page }: AccountQuestion): Record<string, string> {
  return {
    ...(search && { q: search }),
    ...(filter && { show: filter }),
    ...(order !== "newest" && { sort: order }),
    ...(reversed && { reversed: "1" }),
    ...(page > 1 && { page: String(page) }),
  };
}
