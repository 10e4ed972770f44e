import { meansOf } from "@/lib/delivery/means";
import { mediaHeaders, preflightAnswer } from "@/lib/delivery/media-headers";
import { isMissing, toResponse } from "@/lib/delivery/response";
import { audioSubject } from "@/lib/downloads/subject";
import { askingOf } from "@/lib/downloads/transfer";
import { witnessOf } from "@/lib/downloads/witness";
import { isAddressOf } from "@/lib/media/addresses";
import { lookUpMedia } from "@/lib/media/look-ups";
import { mediaObject } from "@/lib/media/media-object";
import { findMediaFor, type Media } from "@/lib/media/queries";
import { store } from "@/lib/media/store";
import { streamOwner } from "@/lib/media/stream-owners";
import { callerOf } from "@/lib/web/caller";
import { otherMethodsInWords } from "@/lib/web/other-methods";
import { guarded, plainAnswer } from "@/lib/web/plain";
import { findViewer } from "@/lib/web/session";

type Context = { params: Promise<{ path: string[] }> };

const UUID_LENGTH = 36;

/** Audio and artwork, with ranges. What is not published, or was taken down, is there for members only. */
export const GET = guarded(async (request: Request, context: Context) => {
  const { path } = await context.params;
  const now = new Date();
  const id = path[1]?.slice(0, UUID_LENGTH) ?? "";
  const shared = await lookUpMedia(id, now);
  if (shared && "found" in shared) return deliver(request, path, shared.found, true);
  const own = await findForMember(request, id, now);
  if (own) return deliver(request, path, own, false);
  return shared ? plainAnswer(410, "This was taken off the air.", mediaHeaders()) : nothing();
}, mediaHeaders());

export { GET as HEAD };

export const { POST, PUT, PATCH, DELETE } = otherMethodsInWords(mediaHeaders());

/** A web player on another site asks before it sends Range. */
export const OPTIONS = preflightAnswer;

async function deliver(request: Request, path: string[], media: Media, isPublic: boolean): Promise<Response> {
  if (!isAddressOf(media, path)) return nothing();
  try {
    const { pieces, handOn } = meansOf(store());
    // Private bytes are ours to guard: an address that somebody else serves could be passed on.
    const object = { ...mediaObject(media, isPublic), headers: mediaHeaders(), handOn: isPublic ? handOn : undefined };
    const owner = streamOwner(media.workspaceId, isPublic ? media : {});
    const subject = audioSubject(media, isPublic ? "public" : "members");
    const witness = witnessOf(subject, askingOf(request, callerOf(request.headers).address, "route"));
    return await toResponse(request, object, pieces, { owner, witness });
  } catch (error) {
    if (isMissing(error)) return nothing();
    throw error;
  }
}

const nothing = (): Response => plainAnswer(404, "There is nothing here.", mediaHeaders());

async function findForMember(request: Request, id: string, now: Date): Promise<Media | null> {
  const actor = await findViewer(request, now);
  const media = actor && (await findMediaFor(actor, id, "analyst"));
  return media?.state === "ready" ? media : null;
}
