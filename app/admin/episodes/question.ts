import { episodeFilters, episodeOrders } from "@/lib/episodes/admin-episodes";
import { listQuestion } from "../list-question";

export const { questionOf, queryOf, keptBySearch, filtersOf, orderOf } = listQuestion({
  filters: episodeFilters,
  orders: episodeOrders,
  ascending: ["title"],
});
