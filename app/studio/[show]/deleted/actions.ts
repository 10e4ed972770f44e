"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { restoreEpisode } from "@/lib/episodes/mutations";
import { findDeletedEpisodeFor } from "@/lib/episodes/queries";
import { action } from "@/lib/web/action";

const oneSchema = z.strictObject({ episode: z.string() });

/** Undoes a deletion: the episode is what it was, on the air too if it was there and nothing keeps it off by now. */
export const bringBack = action(oneSchema, async ({ episode: id }, { actor, now }) => {
  const episode = await findDeletedEpisodeFor(actor, id, "editor", now);
  if (!episode) notFound();
  const blockers = await restoreEpisode(episode, now);
  revalidatePath(`/studio/${episode.show.slug}`, "layout");
  return { offAir: blockers.map(({ sentence }) => sentence).join(" ") };
});
