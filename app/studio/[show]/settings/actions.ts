"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import type { Actor } from "@/lib/accounts/actor";
import { deleteShowConfirmed, moveShowConfirmed } from "@/lib/shows/danger";
import { findShowFor } from "@/lib/shows/queries";
import { saveSettings } from "@/lib/shows/settings";
import { addressFormSchema, deletionFormSchema, generalFormSchema, ownerFormSchema } from "@/lib/shows/settings-schema";
import { action } from "@/lib/web/action";

export const saveGeneral = action(generalFormSchema, async ({ show: slug, was, ...fields }, { actor, now }) => {
  const conflict = await saveSettings(await editable(actor, slug), was, fields, now);
  if (!conflict) refresh(slug);
  return { conflict };
});

export const saveOwner = action(ownerFormSchema, async ({ show: slug, was, ...fields }, { actor, now }) => {
  const conflict = await saveSettings(await editable(actor, slug), was, fields, now);
  if (!conflict) refresh(slug);
  return { conflict };
});

/** Gives the `slug` that the show is at now. */
export const moveShow = action(addressFormSchema, async ({ show, ...move }, { actor, now }) => {
  await moveShowConfirmed(await ruled(actor, show), move, now);
  refresh(move.slug);
  return { slug: move.slug };
});

export const removeShow = action(deletionFormSchema, async ({ show, confirmation }, { actor, now }) => {
  await deleteShowConfirmed(await ruled(actor, show), confirmation, now);
  revalidatePath("/studio");
  return {};
});

const editable = async (actor: Actor, slug: string) => (await findShowFor(actor, slug, "editor")) ?? notFound();
const ruled = async (actor: Actor, slug: string) => (await findShowFor(actor, slug, "admin")) ?? notFound();

const refresh = (slug: string) => revalidatePath(`/studio/${slug}`, "layout");
