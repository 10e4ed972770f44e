"use server";

import { redirect } from "next/navigation";
import { closeAccount as close } from "@/lib/accounts/closing-mutations";
import { presentPasswordSchema } from "@/lib/accounts/sign-in-schema";
import { openAction } from "@/lib/web/action";
import { withPasswordLimit } from "@/lib/web/limits";
import { currentSuspended, takeCookie } from "@/lib/web/session";

/** Field: current. Closes the account of whoever is suspended and signed in; anybody else is led to sign in. */
export const closeSuspendedAccount = openAction(presentPasswordSchema, async ({ current }, { caller, now }) => {
  const suspended = await currentSuspended();
  if (!suspended) redirect("/sign-in");
  const { user } = suspended;
  await withPasswordLimit(caller, user.email, () => close(user, current, now));
  await takeCookie();
  redirect("/sign-in?closed=done");
});
