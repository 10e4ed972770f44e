"use server";

import { z } from "zod";
import { signInByPasskey } from "@/lib/accounts/passkey-mutations";
import { passkeySignInSchema } from "@/lib/accounts/passkey-schema";
import { offerAuthentication } from "@/lib/accounts/passkeys";
import { signInSchema } from "@/lib/accounts/sign-in-schema";
import { openAction } from "@/lib/web/action";
import { countPasskey } from "@/lib/web/limits";
import { proceed, signInWithin } from "@/lib/web/sign-in";

/** Fields: email, password, next. Leads to `next`, or to what has to come before: a verified address, a second step. */
export const signIn = openAction(signInSchema, async ({ next, ...credentials }, { caller, now }) => {
  await proceed(await signInWithin(credentials, caller, now), next, now);
});

/** No fields. Gives what the browser asks its passkeys with, as `options`. */
export const askForPasskey = openAction(z.object({}), async (_, { caller, now }) => {
  await countPasskey(caller);
  return { options: await offerAuthentication(now) };
});

/** Fields: answer (the browser's, as JSON), next. Leads to `next`. */
export const signInWithPasskey = openAction(passkeySignInSchema, async ({ answer, next }, { caller, now }) => {
  await countPasskey(caller);
  await proceed(await signInByPasskey(answer, { userAgent: caller.userAgent, now }), next, now);
});
