import { ARTWORK_BYTES } from "@/lib/media/artwork";
import { setShowArtwork } from "@/lib/media/artwork-mutations";
import { findShowFor } from "@/lib/shows/queries";
import { readBytes, required } from "@/lib/web/api";
import { studioRoute } from "@/lib/web/studio-route";

/** Artwork from the browser: actions take 1 MB, and one after the other. */
export const PUT = studioRoute<{ slug: string }>(async ({ request, params, actor, now }) => {
  const show = required(await findShowFor(actor, params.slug, "editor"));
  await setShowArtwork(show, await readBytes(request, ARTWORK_BYTES), now);
  return new Response(null, { status: 204 });
});
