import { endPresence, keepPresence } from "@/lib/episodes/presence";
import { findEpisodeFor } from "@/lib/episodes/queries";
import { json, required } from "@/lib/web/api";
import { studioRoute } from "@/lib/web/studio-route";

type Params = { id: string; tab: string };

/** An open editor says every few seconds that it is there, and is told who else is, and whether somebody saved. */
export const PUT = studioRoute<Params>(async ({ params, actor, now }) => {
  const episode = required(await findEpisodeFor(actor, params.id, "analyst"));
  return json({ version: episode.version, others: await keepPresence(episode, params.tab, now) });
});

export const DELETE = studioRoute<Params>(async ({ params, actor }) => {
  await endPresence(required(await findEpisodeFor(actor, params.id, "analyst")), params.tab);
  return new Response(null, { status: 204 });
});
