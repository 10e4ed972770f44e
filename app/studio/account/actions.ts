"use server";

import { revalidatePath } from "next/cache";
import { changeAddress as moveTo } from "@/lib/accounts/address-mutations";
import { changeProfile } from "@/lib/accounts/profile-mutations";
import { changeAddressSchema, profileSchema } from "@/lib/accounts/sign-in-schema";
import { action } from "@/lib/web/action";
import { caller } from "@/lib/web/caller";
import { countMail, withPasswordLimit } from "@/lib/web/limits";

/** Fields: name, timeZone. */
export const saveProfile = action(profileSchema, async (input, { actor }) => {
  await changeProfile(actor, input);
  revalidatePath("/studio", "layout");
  return { saved: true };
});

/** Fields: email, current. `done` is false while a mail waits at the new address. */
export const changeAddress = action(changeAddressSchema, async (input, { actor, now }) => {
  const from = await caller();
  await countMail(from, actor.user.email);
  const done = await withPasswordLimit(from, actor.user.email, () => moveTo(actor, input, now));
  revalidatePath("/studio", "layout");
  return { done, email: input.email };
});
