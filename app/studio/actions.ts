"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { restoreShow as restore } from "@/lib/shows/mutations";
import { findDeletedShowFor } from "@/lib/shows/queries";
import { action } from "@/lib/web/action";
import { putAnnouncementAway } from "@/lib/web/announcement";

/** The house's announcement is not shown in this browser again. */
export const putAway = action(z.strictObject({ announcement: z.string().max(100) }), async ({ announcement }) => {
  await putAnnouncementAway(announcement);
  return {};
});

/** Brings a deleted show back. */
export const restoreShow = action(z.strictObject({ show: z.string() }), async ({ show: slug }, { actor, now }) => {
  const show = await findDeletedShowFor(actor, slug, "admin", now);
  if (!show) notFound();
  await restore(show, now);
  revalidatePath("/studio");
  return {};
});
