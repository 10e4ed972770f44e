import { findEpisodeFor } from "@/lib/episodes/queries";
import { createUpload } from "@/lib/media/mutations";
import { addressParts } from "@/lib/media/part-addresses";
import { studioUploadSchema } from "@/lib/media/schema";
import { findShowFor } from "@/lib/shows/queries";
import { json, readJson, required } from "@/lib/web/api";
import { studioRoute } from "@/lib/web/studio-route";

/** Opens an upload for an episode. What it brings becomes that episode's audio, whoever is still there then. */
export const POST = studioRoute(async ({ request, actor, now }) => {
  const { show: slug, episode: id, ...input } = await readJson(request, studioUploadSchema);
  const show = required(await findShowFor(actor, slug, "editor"));
  const found = await findEpisodeFor(actor, id, "editor");
  const episode = required(found?.showId === show.id ? found : null);
  const upload = await createUpload(show, input, episode);
  return json(
    { id: upload.id, partSize: upload.partSize, parts: await addressParts(upload, null, now) },
    { status: 201 },
  );
});
