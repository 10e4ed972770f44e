"use server";

import { changePassword as change } from "@/lib/accounts/password-mutations";
import { changePasswordSchema } from "@/lib/accounts/sign-in-schema";
import { action } from "@/lib/web/action";
import { caller } from "@/lib/web/caller";
import { withPasswordLimit } from "@/lib/web/limits";
import { currentSessionId } from "@/lib/web/session";

/** Fields: current, password. Every other browser is signed out. */
export const changePassword = action(changePasswordSchema, async (input, { actor, now }) => {
  const [from, staying] = [await caller(), await currentSessionId()];
  await withPasswordLimit(from, actor.user.email, () => change(actor, input, staying, now));
  return { changed: true };
});
