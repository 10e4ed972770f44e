"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { changeEpisode } from "@/lib/episodes/mutations";
import { findEpisodeFor } from "@/lib/episodes/queries";
import { episodeFormSchema } from "@/lib/episodes/schema";
import { action } from "@/lib/web/action";

/** The whole form at once, for pages whose script does not run; with it the fields are saved as they are typed. */
export const saveEpisode = action(episodeFormSchema, async ({ episode: id, version, ...fields }, { actor, now }) => {
  const episode = await findEpisodeFor(actor, id, "editor");
  if (!episode) notFound();
  await changeEpisode(episode, version, fields, now);
  revalidatePath(`/studio/${episode.show.slug}`, "layout");
  return {};
});
