"use server";

import { redirect } from "next/navigation";
import { resetPassword } from "@/lib/accounts/password-mutations";
import { resetSchema } from "@/lib/accounts/sign-in-schema";
import { openAction } from "@/lib/web/action";
import { countCode } from "@/lib/web/limits";

/** Fields: token (of the link /reset?token=…), password. Leads to /sign-in?reset=done. */
export const chooseNewPassword = openAction(resetSchema, async (input, { caller, now }) => {
  await countCode(caller, input.token);
  await resetPassword(input, now);
  redirect("/sign-in?reset=done");
});
