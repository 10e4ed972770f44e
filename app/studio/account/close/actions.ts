"use server";

import { redirect } from "next/navigation";
import { closeAccount as close } from "@/lib/accounts/closing-mutations";
import { presentPasswordSchema } from "@/lib/accounts/sign-in-schema";
import { action } from "@/lib/web/action";
import { caller } from "@/lib/web/caller";
import { withPasswordLimit } from "@/lib/web/limits";
import { takeCookie } from "@/lib/web/session";

/** Field: current. Leads to /sign-in, which says goodbye. */
export const closeAccount = action(presentPasswordSchema, async ({ current }, { actor: { user }, now }) => {
  await withPasswordLimit(await caller(), user.email, () => close(user, current, now));
  await takeCookie();
  redirect("/sign-in?closed=done");
});
