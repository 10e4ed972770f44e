import { removeEpisodeArtwork, setEpisodeArtwork } from "@/lib/episodes/artwork";
import { findEpisodeFor } from "@/lib/episodes/queries";
import { ARTWORK_BYTES } from "@/lib/media/artwork";
import { apiRoute, json, readBytes, required } from "@/lib/web/api";
import { otherMethods } from "@/lib/web/other-methods";
import { artworkJson } from "../../../media-json";

type Params = { id: string };

export const PUT = apiRoute<Params>(async ({ request, params, actor, now }) => {
  const episode = required(await findEpisodeFor(actor, params.id, "editor"));
  return json(artworkJson(await setEpisodeArtwork(episode, await readBytes(request, ARTWORK_BYTES), now)));
});

export const DELETE = apiRoute<Params>(async ({ params, actor, now }) => {
  await removeEpisodeArtwork(required(await findEpisodeFor(actor, params.id, "editor")), now);
  return new Response(null, { status: 204 });
});

export const { GET, HEAD, POST, PATCH, OPTIONS } = otherMethods("PUT", "DELETE");
