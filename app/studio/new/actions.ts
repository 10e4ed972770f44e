"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { findWorkspaceFor } from "@/lib/accounts/queries";
import { createShow as create } from "@/lib/shows/mutations";
import { newShowSchema } from "@/lib/shows/schema";
import { action } from "@/lib/web/action";

const formSchema = newShowSchema
  .pick({ title: true, language: true, category: true })
  .extend({ workspace: z.string() });

export const createShow = action(formSchema, async ({ workspace: id, ...input }, { actor }) => {
  const workspace = await findWorkspaceFor(actor, id, "admin");
  if (!workspace) notFound();
  const { slug } = await create(workspace, input);
  revalidatePath("/studio");
  return { slug };
});
