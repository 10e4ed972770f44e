import { fieldOf, pageNumber, type Query } from "../studio/query";
import type { Filter } from "./filter-links";

const LONGEST_SEARCH = 255;

/** What the address of a list asks: words, one filter, an order, a page. */
type Question<F extends string, O extends string> = {
  search: string;
  filter: F | null;
  order: O;
  reversed: boolean;
  page: number;
};

type Given<F extends string, O extends string, M extends string> = {
  filters: readonly F[];
  /** the first is the usual one */
  orders: readonly [O, ...O[]];
  /** orders that begin with the least */
  ascending: readonly O[];
  /** what else the list is narrowed by: a field of the address each, taken as it stands */
  more?: readonly M[];
};

/** Reads a list's question from its address, and writes addresses for the same list asked otherwise. */
export function listQuestion<F extends string, O extends string, M extends string = never>({
  filters,
  orders,
  ascending,
  more = [],
}: Given<F, O, M>) {
  type Q = Question<F, O> & Record<M, string | null>;
  const [usual] = orders;

  const fieldsOf = ({ search, filter, order, reversed, page, ...rest }: Q): Record<string, string> => ({
    ...(search && { q: search }),
    ...Object.fromEntries(
      Object.entries<string | null>(rest).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    ),
    ...(filter && { show: filter }),
    ...(order !== usual && { sort: order }),
    ...(reversed && { reversed: "1" }),
    ...(page > 1 && { page: String(page) }),
  });

  /** The address's part behind the path; what is usual is left out. A changed question begins at page 1. */
  const queryOf = (question: Q, change: Partial<Q> = {}): string =>
    `?${new URLSearchParams(fieldsOf({ ...question, page: 1, ...change }))}`;

  return {
    queryOf,

    /** What it does not understand is as if it were not there. */
    questionOf(query: Query): Q {
      const [filter, order] = [fieldOf(query, "show"), fieldOf(query, "sort")];
      const rest = Object.fromEntries(more.map((name) => [name, fieldOf(query, name) || null]));
      return {
        ...(rest as Record<M, string | null>),
        search: wordsOf(fieldOf(query, "q")),
        filter: filters.find((known) => known === filter) ?? null,
        order: orders.find((known) => known === order) ?? usual,
        reversed: fieldOf(query, "reversed") === "1",
        page: pageNumber(query),
      };
    },

    /** What the search keeps beside its own words. */
    keptBySearch: (question: Q) => fieldsOf({ ...question, search: "", page: 1 }),

    /** What the list can be narrowed to, each with how many the search finds in it; null is all. */
    filtersOf: (question: Q, names: [F | null, string][], counts: Record<F | "all", number>): Filter[] =>
      names.map(([filter, name]) => ({
        name,
        href: queryOf(question, { filter } as Partial<Q>),
        count: counts[filter ?? "all"],
        current: question.filter === filter,
      })),

    /** Chosen again an order turns round. */
    orderOf(question: Q, order: O) {
      const isCurrent = question.order === order;
      const rises = ascending.includes(order) !== question.reversed;
      const direction = rises ? ("ascending" as const) : ("descending" as const);
      return {
        href: queryOf({ ...question, order, reversed: isCurrent && !question.reversed }),
        direction: isCurrent ? direction : null,
      };
    },
  };
}

/** What was searched for; PostgreSQL has no NUL. */
export const wordsOf = (text: string): string => text.replaceAll("\0", "").trim().slice(0, LONGEST_SEARCH);
