"use server";

import { redirect } from "next/navigation";
import { addressSchema, codeSchema, linkSchema } from "@/lib/accounts/sign-in-schema";
import { mailVerificationAgain, verifyByCode, verifyByLink } from "@/lib/accounts/verification-mutations";
import { openAction } from "@/lib/web/action";
import { countCode, countMail } from "@/lib/web/limits";
import { enter } from "@/lib/web/sign-in";

/** Fields: email, code. Signs in and leads to the studio. */
export const confirmCode = openAction(codeSchema, async (input, { caller, now }) => {
  await countCode(caller, input.email);
  await enter(await verifyByCode(input, { userAgent: caller.userAgent, now }), now);
  redirect("/studio");
});

/** Field: token, of the link /verify?token=…. A button sends it: programs that look into mails follow links, but press none. */
export const confirmLink = openAction(linkSchema, async ({ token }, { caller, now }) => {
  await countCode(caller, token);
  await enter(await verifyByLink(token, { userAgent: caller.userAgent, now }), now);
  redirect("/studio");
});

/** Field: email. The answer is the same for every address. */
export const mailCodeAgain = openAction(addressSchema, async ({ email }, { caller }) => {
  await countMail(caller, email);
  await mailVerificationAgain(email);
  return { email };
});
