import { snapshotOf } from "@/lib/episodes/history";
import { changeEpisode } from "@/lib/episodes/mutations";
import { findEpisodeFor } from "@/lib/episodes/queries";
import { episodeEditSchema } from "@/lib/episodes/schema";
import { json, readJson, required } from "@/lib/web/api";
import { studioRoute } from "@/lib/web/studio-route";
import { basedOn } from "@/lib/web/versions";

type Params = { id: string };

/** The episode as it is now, for an editor that heard of another's save. */
export const GET = studioRoute<Params>(async ({ params, actor }) =>
  json(await snapshotOf(required(await findEpisodeFor(actor, params.id, "analyst")))),
);

/** What was typed, saved by itself: actions queue one behind another, and a navigation waits for them. */
export const PATCH = studioRoute<Params>(async ({ request, params, actor, now }) => {
  const episode = required(await findEpisodeFor(actor, params.id, "editor"));
  const version = basedOn(request, episode.version);
  await changeEpisode(episode, version, await readJson(request, episodeEditSchema), now, { follow: true });
  return json(await snapshotOf(required(await findEpisodeFor(actor, params.id, "editor"))));
});
