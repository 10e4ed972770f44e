import { listRevisions } from "@/lib/episodes/history";
import { findEpisodeFor } from "@/lib/episodes/queries";
import { versionNumber } from "@/lib/episodes/schema";
import { json, required } from "@/lib/web/api";
import { studioRoute } from "@/lib/web/studio-route";

/** The history, latest first; `?before=` goes on from the last one seen. */
export const GET = studioRoute<{ id: string }>(async ({ request, params, actor }) => {
  const episode = required(await findEpisodeFor(actor, params.id, "analyst"));
  const before = new URL(request.url).searchParams.get("before");
  return json(await listRevisions(episode, before === null ? null : versionNumber(before)));
});
