"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { renewRecoveryCodes, turnOffSecondStep, turnOnSecondStep } from "@/lib/accounts/factor-mutations";
import { offerTotp } from "@/lib/accounts/factors";
import { confirmTotpSchema, presentPasswordSchema } from "@/lib/accounts/sign-in-schema";
import { action } from "@/lib/web/action";
import { caller } from "@/lib/web/caller";
import { withPasswordLimit } from "@/lib/web/limits";
import { qrCode } from "./qr";

const PAGE = "/studio/account/second-step";

/** No fields. Gives a new secret: as an image, in letters, and sealed, to come back with its first code. */
export const offerSecondStep = action(z.object({}), async (_, { actor }) => {
  const { secret, address, sealed } = await offerTotp(actor);
  return { secret, image: await qrCode(address), offer: sealed };
});

/** Fields: code, offer. Gives the recovery codes, this once. */
export const confirmSecondStep = action(confirmTotpSchema, async (input, { actor, now }) => {
  const codes = await turnOnSecondStep(actor, input, now);
  revalidatePath(PAGE);
  return { codes };
});

/** Field: current. Gives ten new recovery codes, this once. */
export const renewCodes = action(presentPasswordSchema, async ({ current }, { actor }) => {
  const codes = await withPasswordLimit(await caller(), actor.user.email, () => renewRecoveryCodes(actor, current));
  revalidatePath(PAGE);
  return { codes };
});

/** Field: current. */
export const turnOff = action(presentPasswordSchema, async ({ current }, { actor }) => {
  await withPasswordLimit(await caller(), actor.user.email, () => turnOffSecondStep(actor, current));
  revalidatePath(PAGE);
  return { off: true };
});
