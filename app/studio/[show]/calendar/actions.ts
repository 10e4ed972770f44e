"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { publishEpisode } from "@/lib/episodes/mutations";
import { findEpisodeFor } from "@/lib/episodes/queries";
import { moveSchema, sameTimeOn } from "@/lib/episodes/scheduling";
import { undoTicket } from "@/lib/episodes/undo-ticket";
import { action } from "@/lib/web/action";

/** Moves a scheduled episode to another day at the same time of day in the calendar's zone. */
export const moveEpisode = action(moveSchema, async ({ episode: id, date, zone }, { actor, now }) => {
  const episode = await findEpisodeFor(actor, id, "editor");
  if (!episode) notFound();
  await publishEpisode(episode, sameTimeOn(date, zone, episode, now), now);
  const moved = await findEpisodeFor(actor, id, "editor");
  if (!moved) notFound();
  revalidatePath(`/studio/${episode.show.slug}`, "layout");
  return { ticket: undoTicket(id, episode, moved, now) };
});
