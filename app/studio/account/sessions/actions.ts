"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { signOut, signOutEverywhere } from "@/lib/accounts/session-mutations";
import { action } from "@/lib/web/action";
import { takeCookie } from "@/lib/web/session";

/** Field: session. Ends one of one's own; of anybody else's nothing is known. */
export const endSession = action(z.object({ session: z.uuid() }), async ({ session }, { actor, now }) => {
  if (!(await signOut(actor, session, now))) notFound();
  revalidatePath("/studio/account/sessions");
  return { ended: session };
});

/** No fields. Leads to /sign-in: this browser is signed out too. */
export const endAllSessions = action(z.object({}), async (_, { actor, now }) => {
  await signOutEverywhere(actor, now);
  await takeCookie();
  redirect("/sign-in");
});
