"use server";

import { redirect } from "next/navigation";
import { signUp as makeAccount } from "@/lib/accounts/sign-in-mutations";
import { signUpSchema } from "@/lib/accounts/sign-in-schema";
import { openAction } from "@/lib/web/action";
import { countMail } from "@/lib/web/limits";
import { enter } from "@/lib/web/sign-in";

/** Fields: email, password. Leads to the studio, or to /verify where mail leaves the house. */
export const signUp = openAction(signUpSchema, async (input, { caller, now }) => {
  await countMail(caller, input.email);
  const session = await makeAccount(input, { userAgent: caller.userAgent, now });
  if (!session) redirect(`/verify?email=${encodeURIComponent(input.email)}`);
  await enter(session, now);
  redirect("/studio");
});
