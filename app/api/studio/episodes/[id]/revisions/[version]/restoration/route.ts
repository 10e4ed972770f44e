import { findRevision, snapshotOf } from "@/lib/episodes/history";
import { findEpisodeFor } from "@/lib/episodes/queries";
import { restoreRevision } from "@/lib/episodes/revision-mutations";
import { versionNumber } from "@/lib/episodes/schema";
import { json, required } from "@/lib/web/api";
import { studioRoute } from "@/lib/web/studio-route";
import { basedOn } from "@/lib/web/versions";

/** Brings an earlier save back as a new one. */
export const POST = studioRoute<{ id: string; version: string }>(async ({ request, params, actor, now }) => {
  const episode = required(await findEpisodeFor(actor, params.id, "editor"));
  const revision = required(await findRevision(episode, versionNumber(params.version)));
  await restoreRevision(episode, basedOn(request, episode.version), revision, now);
  return json(await snapshotOf(required(await findEpisodeFor(actor, params.id, "editor"))));
});
