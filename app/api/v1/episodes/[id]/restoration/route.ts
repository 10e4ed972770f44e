import { restoreEpisode } from "@/lib/episodes/mutations";
import { findDeletedEpisodeFor, findEpisodeFor } from "@/lib/episodes/queries";
import { apiRoute, json, required } from "@/lib/web/api";
import { otherMethods } from "@/lib/web/other-methods";
import { versionTag } from "@/lib/web/versions";
import { episodeJson } from "../../../episode-json";

export const POST = apiRoute<{ id: string }>(async ({ params, actor, now }) => {
  await restoreEpisode(required(await findDeletedEpisodeFor(actor, params.id, "editor", now)), now);
  const episode = required(await findEpisodeFor(actor, params.id, "editor"));
  return json(episodeJson(episode, now), { headers: { etag: versionTag(episode.version) } });
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
