"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { findWorkspaceFor } from "@/lib/accounts/queries";
import { createShow as create } from "@/lib/shows/mutations";
import { findShowFor } from "@/lib/shows/queries";
import { newShowSchema } from "@/lib/shows/schema";
import { saveSettings } from "@/lib/shows/settings";
import { action } from "@/lib/web/action";

const facts = newShowSchema.pick({ title: true, language: true, category: true });
const formSchema = facts.extend({ workspace: z.string() });
const correctionSchema = facts.extend({ show: z.string() });

export const createShow = action(formSchema, async ({ workspace: id, ...input }, { actor }) => {
  const workspace = await findWorkspaceFor(actor, id, "admin");
  if (!workspace) notFound();
  const { slug } = await create(workspace, input);
  revalidatePath("/studio");
  return { slug };
});

/** The show is made already, and its form is sent once more: what was changed in it meanwhile is saved. */
export const correctShow = action(correctionSchema, async ({ show: slug, ...input }, { actor, now }) => {
  const show = await findShowFor(actor, slug, "editor");
  if (!show) notFound();
  await saveSettings(show, {}, input, now);
  revalidatePath("/studio");
  return {};
});
