"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { restoreShow as restore } from "@/lib/shows/mutations";
import { findDeletedShowFor } from "@/lib/shows/queries";
import { action } from "@/lib/web/action";

/** Brings a deleted show back. */
export const restoreShow = action(z.strictObject({ show: z.string() }), async ({ show: slug }, { actor, now }) => {
  const show = await findDeletedShowFor(actor, slug, "admin", now);
  if (!show) notFound();
  await restore(show, now);
  revalidatePath("/studio");
  return {};
});
