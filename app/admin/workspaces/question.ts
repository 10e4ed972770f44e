import { workspaceFilters, workspaceOrders } from "@/lib/accounts/admin-workspaces";
import { listQuestion } from "../list-question";

export const { questionOf, queryOf, keptBySearch, filtersOf, orderOf } = listQuestion({
  filters: workspaceFilters,
  orders: workspaceOrders,
  ascending: ["name"],
  more: ["plan"],
});
