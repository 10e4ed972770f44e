import { meansOf } from "@/lib/delivery/means";
import { mediaHeaders } from "@/lib/delivery/media-headers";
import { isMissing, toResponse } from "@/lib/delivery/response";
import { audioSubject } from "@/lib/downloads/subject";
import { askingOf } from "@/lib/downloads/transfer";
import { witnessOf } from "@/lib/downloads/witness";
import { findPreview, type Preview, previewedFile } from "@/lib/episodes/previews";
import { mediaObject } from "@/lib/media/media-object";
import type { Media } from "@/lib/media/queries";
import { store } from "@/lib/media/store";
import { streamOwner } from "@/lib/media/stream-owners";
import { callerOf } from "@/lib/web/caller";
import { otherMethodsInWords } from "@/lib/web/other-methods";
import { guarded, plainAnswer } from "@/lib/web/plain";

type Context = { params: Promise<{ token: string; file: string }> };

/** The audio and the artwork of a previewed episode, with ranges. The link is asked for anew with each request. */
export const GET = guarded(async (request: Request, context: Context) => {
  const { token, file } = await context.params;
  const preview = await findPreview(token, new Date());
  const media = preview && previewedFile(preview, file);
  return media ? deliver(request, preview, media) : nothing();
}, privateHeaders());

export { GET as HEAD };

export const { POST, PUT, PATCH, DELETE } = otherMethodsInWords(privateHeaders());

async function deliver(request: Request, { id, episode }: Preview, media: Media): Promise<Response> {
  try {
    const object = { ...mediaObject(media, false), headers: privateHeaders() };
    const owner = streamOwner(media.workspaceId, { showId: episode.showId, episodeId: episode.id, previewId: id });
    const asking = askingOf(request, callerOf(request.headers).address, "route");
    const witness = witnessOf(audioSubject(media, "guest"), asking);
    return await toResponse(request, object, meansOf(store()).pieces, { owner, witness });
  } catch (error) {
    if (isMissing(error)) return nothing();
    throw error;
  }
}

const nothing = (): Response => plainAnswer(404, "There is nothing here.", privateHeaders());

/** For this very page alone: no other site's player, no search engine. */
function privateHeaders(): Record<string, string> {
  const { "Content-Security-Policy": policy = "" } = mediaHeaders();
  return {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": policy,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
  };
}
