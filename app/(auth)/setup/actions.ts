"use server";

import { redirect } from "next/navigation";
import { setUpHouse } from "@/lib/accounts/setup-mutations";
import { setUpSchema } from "@/lib/accounts/sign-in-schema";
import { openAction } from "@/lib/web/action";
import { countCode } from "@/lib/web/limits";
import { enter } from "@/lib/web/sign-in";

/** Makes the first house admin, and leads to the desk, or to where mail is tried. */
export const setUp = openAction(setUpSchema, async (input, { caller, now }) => {
  await countCode(caller, input.token);
  await enter(await setUpHouse(input, { userAgent: caller.userAgent, now }), now);
  redirect(input.tryMail ? "/admin/house#mail" : "/admin");
});
