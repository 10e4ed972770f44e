"use server";

import { confirmAddress } from "@/lib/accounts/address-mutations";
import { linkSchema } from "@/lib/accounts/sign-in-schema";
import { openAction } from "@/lib/web/action";
import { countCode } from "@/lib/web/limits";

/** Field: token, of the link /address?token=…. Whoever reads the new address's mail presses; nobody is signed in by it. */
export const takeAddress = openAction(linkSchema, async ({ token }, { caller, now }) => {
  await countCode(caller, token);
  return { email: await confirmAddress(token, now) };
});
