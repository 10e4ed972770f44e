import { accountFilters, accountOrders } from "@/lib/accounts/admin-accounts";
import { listQuestion } from "../list-question";

export const { questionOf, queryOf, keptBySearch, filtersOf, orderOf } = listQuestion({
  filters: accountFilters,
  orders: accountOrders,
  ascending: ["name"],
});
