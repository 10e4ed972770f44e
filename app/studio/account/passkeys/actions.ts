"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { addPasskey as add, removePasskey as remove } from "@/lib/accounts/passkey-mutations";
import { newPasskeySchema } from "@/lib/accounts/passkey-schema";
import { findOwnPasskey, offerRegistration } from "@/lib/accounts/passkeys";
import { action } from "@/lib/web/action";
import { caller } from "@/lib/web/caller";
import { countPasskey } from "@/lib/web/limits";

const PAGE = "/studio/account/passkeys";

/** No fields. Gives what the browser makes a passkey with, as `options`. */
export const offerPasskey = action(z.object({}), async (_, { actor, now }) => {
  await countPasskey(await caller());
  return { options: await offerRegistration(actor, now) };
});

/** Fields: name, answer (the browser's, as JSON). */
export const addPasskey = action(newPasskeySchema, async (input, { actor, now }) => {
  const { name } = await add(actor, input, now);
  revalidatePath(PAGE);
  return { name };
});

/** Field: passkey. */
export const removePasskey = action(z.object({ passkey: z.string() }), async ({ passkey: id }, { actor }) => {
  const passkey = await findOwnPasskey(actor, id);
  if (!passkey) notFound();
  await remove(actor, passkey);
  revalidatePath(PAGE);
  return { name: passkey.name };
});
