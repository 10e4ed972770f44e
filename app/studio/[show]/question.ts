import type { EpisodeQuestion } from "@/lib/episodes/table";
import { fieldOf, pageNumber, type Query } from "../query";

const states = ["draft", "scheduled", "published", "unpublished"] as const;
const orders = ["date", "title", "number"] as const;
const LONGEST_SEARCH = 255;

/** What the address asks of the table; what it does not understand is as if it were not there. */
export function questionOf(query: Query): EpisodeQuestion {
  const [state, order] = [fieldOf(query, "state"), fieldOf(query, "sort")];
  return {
    // PostgreSQL has no NUL.
    search: fieldOf(query, "q").replaceAll("\0", "").trim().slice(0, LONGEST_SEARCH),
    state: states.find((known) => known === state) ?? null,
    order: orders.find((known) => known === order) ?? "date",
    reversed: fieldOf(query, "reversed") === "1",
    page: pageNumber(query),
  };
}

/** The address's part behind the path for a question; what is usual is left out. A changed question begins at page 1. */
export function queryOf(question: EpisodeQuestion, change: Partial<EpisodeQuestion> = {}): string {
  const { search, state, order, reversed, page } = { ...question, page: 1, ...change };
  const query = new URLSearchParams({
    ...(search && { q: search }),
    ...(state && { state }),
    ...(order !== "date" && { sort: order }),
    ...(reversed && { reversed: "1" }),
    ...(page > 1 && { page: String(page) }),
  });
  return `?${query}`;
}
