import { ARTWORK_BYTES } from "@/lib/media/artwork";
import { setShowArtwork } from "@/lib/media/artwork-mutations";
import { findShowFor } from "@/lib/shows/queries";
import { apiRoute, json, readBytes, required } from "@/lib/web/api";
import { otherMethods } from "@/lib/web/other-methods";
import { artworkJson } from "../../../media-json";

export const PUT = apiRoute<{ slug: string }>(async ({ request, params, actor, now }) => {
  const show = required(await findShowFor(actor, params.slug, "editor"));
  return json(artworkJson(await setShowArtwork(show, await readBytes(request, ARTWORK_BYTES), now)));
});

export const { GET, HEAD, POST, PATCH, DELETE, OPTIONS } = otherMethods("PUT");
