"use server";

import { addressSchema, codeSchema, linkSchema } from "@/lib/accounts/sign-in-schema";
import { mailVerificationAgain, verifyByCode, verifyByLink } from "@/lib/accounts/verification-mutations";
import { openAction } from "@/lib/web/action";
import { countCode, countMail } from "@/lib/web/limits";
import { proceed } from "@/lib/web/sign-in";

/** Fields: email, code. Signs in and leads to the studio. */
export const confirmCode = openAction(codeSchema, async (input, { caller, now }) => {
  await countCode(caller, input.email);
  await proceed(await verifyByCode(input, { userAgent: caller.userAgent, now }), undefined, now);
});

/** Field: token, of the link /verify?token=…. A button sends it: programs that look into mails follow links, but press none. */
export const confirmLink = openAction(linkSchema, async ({ token }, { caller, now }) => {
  await countCode(caller, token);
  await proceed(await verifyByLink(token, { userAgent: caller.userAgent, now }), undefined, now);
});

/** Field: email. The answer is the same for every address. */
export const mailCodeAgain = openAction(addressSchema, async ({ email }, { caller }) => {
  await countMail(caller, email);
  await mailVerificationAgain(email);
  return { email };
});
