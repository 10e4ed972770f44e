"use server";

import { redirect } from "next/navigation";
import { signInSchema } from "@/lib/accounts/sign-in-schema";
import { openAction } from "@/lib/web/action";
import { ownPath } from "@/lib/web/own-path";
import { enter, signInWithin } from "@/lib/web/sign-in";

/** Fields: email, password, next. Leads to `next`, or to /verify where the address is not verified yet. */
export const signIn = openAction(signInSchema, async ({ next, ...credentials }, { caller, now }) => {
  const session = await signInWithin(credentials, caller, now);
  if (!session) redirect(`/verify?email=${encodeURIComponent(credentials.email)}`);
  await enter(session, now);
  redirect(ownPath(next));
});
