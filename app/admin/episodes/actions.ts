"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { findHouseEpisode } from "@/lib/episodes/admin-episodes";
import { liftEpisodeTakedown, takeDownEpisode } from "@/lib/episodes/takedown-mutations";
import { takedownReasonSchema } from "@/lib/shows/takedown-schema";
import { adminAction } from "@/lib/web/action";

const one = { episode: z.string() };

export const takeDown = adminAction(
  z.strictObject({ ...one, reason: takedownReasonSchema }),
  async ({ episode: id, reason }, { admin, now }) => {
    const episode = (await findHouseEpisode(admin, id)) ?? notFound();
    await takeDownEpisode(admin, episode, reason, now);
    return refreshed(id);
  },
);

export const lift = adminAction(z.strictObject(one), async ({ episode: id }, { admin }) => {
  const episode = (await findHouseEpisode(admin, id)) ?? notFound();
  await liftEpisodeTakedown(admin, episode);
  return refreshed(id);
});

function refreshed(id: string) {
  revalidatePath(`/admin/episodes/${id}`);
  return {};
}
