import { showFilters, showOrders } from "@/lib/shows/admin-shows";
import { listQuestion } from "../list-question";

export const { questionOf, queryOf, keptBySearch, filtersOf, orderOf } = listQuestion({
  filters: showFilters,
  orders: showOrders,
  ascending: ["title", "workspace"],
});
