import { removeEpisodeArtwork, setEpisodeArtwork } from "@/lib/episodes/artwork";
import { findEpisodeFor } from "@/lib/episodes/queries";
import { ARTWORK_BYTES } from "@/lib/media/artwork";
import { readBytes, required } from "@/lib/web/api";
import { studioRoute } from "@/lib/web/studio-route";

type Params = { id: string };

/** Artwork from the browser: actions take 1 MB, and one after the other. */
export const PUT = studioRoute<Params>(async ({ request, params, actor, now }) => {
  const episode = required(await findEpisodeFor(actor, params.id, "editor"));
  await setEpisodeArtwork(episode, await readBytes(request, ARTWORK_BYTES), now);
  return new Response(null, { status: 204 });
});

export const DELETE = studioRoute<Params>(async ({ params, actor, now }) => {
  await removeEpisodeArtwork(required(await findEpisodeFor(actor, params.id, "editor")), now);
  return new Response(null, { status: 204 });
});
