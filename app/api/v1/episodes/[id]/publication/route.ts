import { publishEpisode, unpublishEpisode } from "@/lib/episodes/mutations";
import { findEpisodeFor } from "@/lib/episodes/queries";
import { publicationSchema } from "@/lib/episodes/schema";
import { apiRoute, json, readJson, required } from "@/lib/web/api";
import { otherMethods } from "@/lib/web/other-methods";
import { versionTag } from "@/lib/web/versions";
import { episodeJson } from "../../../episode-json";

type Params = { id: string };

export const PUT = apiRoute<Params>(async ({ request, params, actor, now }) => {
  const episode = required(await findEpisodeFor(actor, params.id, "editor"));
  const { at } = await readJson(request, publicationSchema);
  await publishEpisode(episode, at ? new Date(at) : null, now);
  const published = required(await findEpisodeFor(actor, params.id, "editor"));
  return json(episodeJson(published, now), { headers: { etag: versionTag(published.version) } });
});

export const DELETE = apiRoute<Params>(async ({ params, actor, now }) => {
  await unpublishEpisode(required(await findEpisodeFor(actor, params.id, "editor")), now);
  const episode = required(await findEpisodeFor(actor, params.id, "editor"));
  return json(episodeJson(episode, now), { headers: { etag: versionTag(episode.version) } });
});

export const { GET, HEAD, POST, PATCH, OPTIONS } = otherMethods("PUT", "DELETE");
