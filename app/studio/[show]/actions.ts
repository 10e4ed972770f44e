"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { createEpisode as create } from "@/lib/episodes/mutations";
import { changeShow } from "@/lib/shows/mutations";
import { findShowFor } from "@/lib/shows/queries";
import { lineSchema, showDescriptionSchema } from "@/lib/shows/schema";
import { action } from "@/lib/web/action";

const descriptionSchema = z.strictObject({
  show: z.string(),
  version: z.coerce.number().int(),
  description: showDescriptionSchema,
});

export const describeShow = action(descriptionSchema, async ({ show: slug, version, description }, { actor, now }) => {
  const show = await findShowFor(actor, slug, "editor");
  if (!show) notFound();
  await changeShow(show, version, { description }, now);
  revalidatePath(`/studio/${slug}`);
  return {};
});

const newEpisodeForm = z.strictObject({ show: z.string(), title: lineSchema.default("Untitled episode") });

/** Begins a draft; gives the `id` that its page is at. */
export const createEpisode = action(newEpisodeForm, async ({ show: slug, title }, { actor, now }) => {
  const show = await findShowFor(actor, slug, "editor");
  if (!show) notFound();
  const { id } = await create(show, { title }, now);
  revalidatePath(`/studio/${slug}`);
  return { id };
});
