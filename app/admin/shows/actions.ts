"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { findHouseShow } from "@/lib/shows/admin-shows";
import { liftShowTakedown, takeDownShow } from "@/lib/shows/takedown-mutations";
import { takedownReasonSchema } from "@/lib/shows/takedown-schema";
import { adminAction } from "@/lib/web/action";

const one = { show: z.string() };

export const takeDown = adminAction(
  z.strictObject({ ...one, reason: takedownReasonSchema }),
  async ({ show: id, reason }, { admin, now }) => {
    const show = (await findHouseShow(admin, id, now)) ?? notFound();
    await takeDownShow(admin, show, reason, now);
    return refreshed(id);
  },
);

export const lift = adminAction(z.strictObject(one), async ({ show: id }, { admin, now }) => {
  const show = (await findHouseShow(admin, id, now)) ?? notFound();
  await liftShowTakedown(admin, show);
  return refreshed(id);
});

function refreshed(id: string) {
  revalidatePath(`/admin/shows/${id}`);
  return {};
}
