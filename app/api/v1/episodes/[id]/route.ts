import { changeEpisode, deleteEpisode } from "@/lib/episodes/mutations";
import { findEpisodeFor } from "@/lib/episodes/queries";
import { episodeChangesSchema } from "@/lib/episodes/schema";
import { apiRoute, json, readJson, required } from "@/lib/web/api";
import { otherMethods } from "@/lib/web/other-methods";
import { basedOn, versionTag } from "@/lib/web/versions";
import { episodeJson } from "../../episode-json";

type Params = { id: string };

export const GET = apiRoute<Params>(async ({ params, actor, now }) => {
  const episode = required(await findEpisodeFor(actor, params.id, "analyst"));
  return json(episodeJson(episode, now), { headers: { etag: versionTag(episode.version) } });
});

export const PATCH = apiRoute<Params>(async ({ request, params, actor, now }) => {
  const episode = required(await findEpisodeFor(actor, params.id, "editor"));
  const version = basedOn(request, episode.version);
  await changeEpisode(episode, version, await readJson(request, episodeChangesSchema), now);
  const changed = required(await findEpisodeFor(actor, params.id, "editor"));
  return json(episodeJson(changed, now), { headers: { etag: versionTag(changed.version) } });
});

export const DELETE = apiRoute<Params>(async ({ params, actor, now }) => {
  await deleteEpisode(required(await findEpisodeFor(actor, params.id, "editor")), now);
  return new Response(null, { status: 204 });
});

export const { POST, PUT, OPTIONS } = otherMethods("GET", "PATCH", "DELETE");
