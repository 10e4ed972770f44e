import { type Actor, asHouseAdmin } from "@/lib/accounts/actor";
import { findWorkspaceFor } from "@/lib/accounts/queries";
import { findEpisodeFor } from "@/lib/episodes/queries";
import { db } from "@/lib/platform/db";
import type { Topic } from "@/lib/platform/live";
import { isUuid } from "@/lib/platform/uuid";
import { findShowFor } from "@/lib/shows/queries";

/** Those of the topics that the actor may watch. "me" is whatever happens to themselves. */
export async function listTopicsFor(actor: Actor, asked: string[]): Promise<Topic[]> {
  const allowed = await Promise.all(asked.map((topic) => allow(actor, topic)));
  return allowed.filter((topic) => topic !== null);
}

async function allow(actor: Actor, topic: string): Promise<Topic | null> {
  const mine: Topic = `user:${actor.user.id}`;
  if (topic === "me" || topic === mine) return mine;
  const [type, id = ""] = topic.split(":");
  if (type === "episode") return (await findEpisodeFor(actor, id, "analyst")) && `episode:${id}`;
  if (type === "show") return (await mayWatchShow(actor, id)) ? `show:${id}` : null;
  if (type === "workspace") return (await findWorkspaceFor(actor, id, "analyst")) && `workspace:${id}`;
  if (type === "air" && id === "house") return asHouseAdmin(actor) && "air:house";
  if (type === "air") return (await mayWatchShow(actor, id)) ? `air:${id}` : null;
  return null;
}

/** Finders of shows go by their slug. */
async function mayWatchShow(actor: Actor, id: string): Promise<boolean> {
  const show = isUuid(id) ? await db().show.findUnique({ where: { id }, select: { slug: true } }) : null;
  return show !== null && (await findShowFor(actor, show.slug, "analyst")) !== null;
}
