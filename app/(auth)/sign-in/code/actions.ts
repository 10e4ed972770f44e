"use server";

import { secondStepSchema } from "@/lib/accounts/sign-in-schema";
import { openAction } from "@/lib/web/action";
import { proceed, takeSecondStepWithin } from "@/lib/web/sign-in";

/** Fields: code (of the app, or a recovery code), next. The ticket of the first step is in a cookie. Leads to `next`. */
export const confirmSecondStep = openAction(secondStepSchema, async ({ code, next }, by) =>
  proceed(await takeSecondStepWithin(code, by), next, by.now),
);
