"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { openAction } from "@/lib/web/action";
import { leave } from "@/lib/web/sign-in";

/** No fields. Ends this browser's session and leads to /sign-in. */
export const signOut = openAction(z.object({}), async (_, { now }) => {
  await leave(now);
  redirect("/sign-in");
});
