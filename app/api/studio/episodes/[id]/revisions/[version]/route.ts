import { findRevision } from "@/lib/episodes/history";
import { findEpisodeFor } from "@/lib/episodes/queries";
import { versionNumber } from "@/lib/episodes/schema";
import { json, required } from "@/lib/web/api";
import { studioRoute } from "@/lib/web/studio-route";

/** One save with all that it wrote, and what was there before. */
export const GET = studioRoute<{ id: string; version: string }>(async ({ params, actor }) => {
  const episode = required(await findEpisodeFor(actor, params.id, "analyst"));
  return json(required(await findRevision(episode, versionNumber(params.version))));
});
