import {
  type WorkspaceOrder,
  type WorkspaceQuestion,
  workspaceFilters,
  workspaceOrders,
} from "@/lib/accounts/admin-workspaces";
import { fieldOf, pageNumber, type Query } from "../../studio/query";

const LONGEST_SEARCH = 255;

/** What the address asks of the list; what it does not understand is as if it were not there. */
export function questionOf(query: Query): WorkspaceQuestion {
  const [filter, order] = [fieldOf(query, "show"), fieldOf(query, "sort")];
  return {
    // PostgreSQL has no NUL.
    search: fieldOf(query, "q").replaceAll("\0", "").trim().slice(0, LONGEST_SEARCH),
    plan: fieldOf(query, "plan") || null,
    filter: workspaceFilters.find((known) => known === filter) ?? null,
    order: workspaceOrders.find((known) => known === order) ?? "size",
    reversed: fieldOf(query, "reversed") === "1",
    page: pageNumber(query),
  };
}

/** The address's part behind the path; what is usual is left out. A changed question begins at page 1. */
export const queryOf = (question: WorkspaceQuestion, change: Partial<WorkspaceQuestion> = {}): string =>
  `?${new URLSearchParams(fieldsOf({ ...question, page: 1, ...change }))}`;

/** What the search keeps beside its own words. */
export const keptBySearch = (question: WorkspaceQuestion): Record<string, string> =>
  fieldsOf({ ...question, search: "", page: 1 });

/** Chosen again an order turns round. Names begin with A, all else with the most. */
export function orderOf(question: WorkspaceQuestion, order: WorkspaceOrder) {
  const isCurrent = question.order === order;
  const direction = (order === "name") === question.reversed ? ("descending" as const) : ("ascending" as const);
  return {
    href: queryOf(question, { order, reversed: isCurrent && !question.reversed }),
    direction: isCurrent ? direction : null,
  };
}

function fieldsOf({ search, plan, filter, order, reversed, page }: WorkspaceQuestion): Record<string, string> {
  return {
    ...(search && { q: search }),
    ...(plan && { plan }),
    ...(filter && { show: filter }),
    ...(order !== "size" && { sort: order }),
    ...(reversed && { reversed: "1" }),
    ...(page > 1 && { page: String(page) }),
  };
}
