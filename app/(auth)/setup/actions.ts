"use server";

import { redirect } from "next/navigation";
import { setUpHouse } from "@/lib/accounts/setup-mutations";
import { setUpSchema } from "@/lib/accounts/sign-in-schema";
import { openAction } from "@/lib/web/action";
import { countCode } from "@/lib/web/limits";
import { enter } from "@/lib/web/sign-in";

/** Fields: token (of the link /setup?token=…), email, password, signUp ("open", "invitation" or "closed"). Leads to the studio. */
export const setUp = openAction(setUpSchema, async (input, { caller, now }) => {
  await countCode(caller, input.token);
  await enter(await setUpHouse(input, { userAgent: caller.userAgent, now }), now);
  redirect("/studio");
});
