"use server";

import { requestPasswordReset } from "@/lib/accounts/password-mutations";
import { addressSchema } from "@/lib/accounts/sign-in-schema";
import { openAction } from "@/lib/web/action";
import { countMail } from "@/lib/web/limits";

/** Field: email. The answer is the same for every address; without SMTP_URL the mail waits in the house's outbox. */
export const mailReset = openAction(addressSchema, async ({ email }, { caller }) => {
  await countMail(caller, email);
  await requestPasswordReset(email);
  return { email };
});
