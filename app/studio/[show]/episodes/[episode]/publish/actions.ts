"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import type { Actor } from "@/lib/accounts/actor";
import { deleteEpisode, publishEpisode, unpublishEpisode } from "@/lib/episodes/mutations";
import { createPreviewLink, revokePreviewLink } from "@/lib/episodes/preview-mutations";
import { newPreviewSchema, previewSchema } from "@/lib/episodes/previews";
import { findEpisodeFor } from "@/lib/episodes/queries";
import { wallTimeSchema } from "@/lib/episodes/scheduling";
import { undoPublication } from "@/lib/episodes/undo-mutations";
import { undoTicket } from "@/lib/episodes/undo-ticket";
import { readWallTime } from "@/lib/episodes/zones";
import { action } from "@/lib/web/action";

const oneSchema = z.strictObject({ episode: z.string() });
const undoSchema = z.strictObject({ episode: z.string(), ticket: z.string().max(2000) });

type Found = Awaited<ReturnType<typeof required>>;

export const publishNow = action(oneSchema, async ({ episode: id }, { actor, now }) => {
  const episode = await required(actor, id);
  await publishEpisode(episode, null, now);
  return undoable(episode, now);
});

/** A wall time in a zone: later it is a schedule, earlier a back-date. */
export const publishAt = action(wallTimeSchema, async ({ episode: id, date, time, zone }, { actor, now }) => {
  const episode = await required(actor, id);
  await publishEpisode(episode, readWallTime({ date, time }, zone).at, now);
  return undoable(episode, now);
});

/** Cancels a schedule, or takes what is out down. */
export const takeBack = action(oneSchema, async ({ episode: id }, { actor, now }) => {
  const episode = await required(actor, id);
  await unpublishEpisode(episode, now);
  return undoable(episode, now);
});

export const undo = action(undoSchema, async ({ episode: id, ticket }, { actor, now }) => {
  const episode = await required(actor, id);
  await undoPublication(episode, ticket, now);
  refresh(episode);
  return {};
});

/** The page it is called from is not there afterwards, so it is left instead of refreshed. */
export const removeEpisode = action(oneSchema, async ({ episode: id }, { actor, now }) => {
  await deleteEpisode(await required(actor, id), now);
  return {};
});

export const makePreviewLink = action(newPreviewSchema, async ({ episode: id, days }, { actor, now }) => {
  const episode = await required(actor, id);
  const { address, expiresAt } = await createPreviewLink(episode, days, now);
  refresh(episode);
  return { address, expiresAt };
});

export const endPreviewLink = action(previewSchema, async ({ episode: id, link }, { actor, now }) => {
  const episode = await required(actor, id);
  if (!(await revokePreviewLink(episode, link, now))) notFound();
  refresh(episode);
  return {};
});

const required = async (actor: Actor, id: string) => (await findEpisodeFor(actor, id, "editor")) ?? notFound();

/** What came of an act on the publication, and the ticket that takes it back. */
async function undoable(before: Found, now: Date) {
  const after = await required(before.by, before.id);
  refresh(after);
  return { ticket: undoTicket(before.id, before, after, now), publishAt: after.publishAt };
}

const refresh = ({ show }: Found) => revalidatePath(`/studio/${show.slug}`, "layout");
