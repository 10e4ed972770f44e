import { createEpisode } from "@/lib/episodes/mutations";
import { findEpisodeFor, listEpisodes } from "@/lib/episodes/queries";
import { newEpisodeSchema } from "@/lib/episodes/schema";
import { findShowFor } from "@/lib/shows/queries";
import { apiRoute, json, readJson, required } from "@/lib/web/api";
import { listAnswer, pageOf } from "@/lib/web/lists";
import { otherMethods } from "@/lib/web/other-methods";
import { versionTag } from "@/lib/web/versions";
import { episodeJson } from "../../../episode-json";

type Params = { slug: string };

export const GET = apiRoute<Params>(async ({ request, params, actor, now }) => {
  const show = required(await findShowFor(actor, params.slug, "analyst"));
  const page = pageOf(request);
  const episodes = await listEpisodes(show, { before: page.cursor, limit: page.limit + 1 });
  return listAnswer(request, episodes, page, (episode) => episodeJson(episode, now));
});

export const POST = apiRoute<Params>(async ({ request, params, actor, now }) => {
  const show = required(await findShowFor(actor, params.slug, "editor"));
  const { id } = await createEpisode(show, await readJson(request, newEpisodeSchema), now);
  const episode = required(await findEpisodeFor(actor, id, "editor"));
  return json(episodeJson(episode, now), {
    status: 201,
    headers: { location: `/api/v1/episodes/${id}`, etag: versionTag(episode.version) },
  });
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
