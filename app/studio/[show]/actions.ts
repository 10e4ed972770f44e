"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { changeShow } from "@/lib/shows/mutations";
import { findShowFor } from "@/lib/shows/queries";
import { showDescriptionSchema } from "@/lib/shows/schema";
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
