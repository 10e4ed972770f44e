import { meansOf } from "@/lib/delivery/means";
import { preflightAnswer } from "@/lib/delivery/media-headers";
import { isMissing, toResponse } from "@/lib/delivery/response";
import { feedSubject } from "@/lib/downloads/subject";
import { askingOf } from "@/lib/downloads/transfer";
import { witnessOf } from "@/lib/downloads/witness";
import { feedObject } from "@/lib/feed/feed-object";
import { lookUpFeed } from "@/lib/feed/look-ups";
import { forgetFeed } from "@/lib/feed/rendering";
import { store } from "@/lib/media/store";
import { streamOwner } from "@/lib/media/stream-owners";
import { feedAddress } from "@/lib/shows/addresses";
import { callerOf } from "@/lib/web/caller";
import { otherMethodsInWords } from "@/lib/web/other-methods";
import { guarded, plainAnswer } from "@/lib/web/plain";

type Context = { params: Promise<{ show: string }> };

/** As the feed is itself: for players on other sites. */
const openToAll = { "access-control-allow-origin": "*" };

/** A show's feed: the kept object while it tells the truth, else rendered anew. HEAD too, without opening the object. */
export const GET = guarded(async (request: Request, context: Context) => {
  const { show: slug } = await context.params;
  try {
    return await answer(request, slug);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await forgetFeedAt(slug);
    return answer(request, slug);
  }
}, openToAll);

export { GET as HEAD };

export const { POST, PUT, PATCH, DELETE } = otherMethodsInWords(openToAll);

/** A web player on another site asks before it sends a condition or Range. */
export const OPTIONS = preflightAnswer;

async function answer(request: Request, slug: string): Promise<Response> {
  const now = new Date();
  const address = await lookUpFeed(slug, now);
  if (!address) return plainAnswer(404, "There is no feed here.", openToAll);
  if ("gone" in address)
    return plainAnswer(
      410,
      address.takenDown ? "This podcast was taken off the air." : "This podcast is gone.",
      openToAll,
    );
  if ("movedTo" in address)
    return plainAnswer(301, "This feed has moved.", { ...openToAll, location: feedAddress(address.movedTo) });
  const { show, feed } = address.found;
  const object = feedObject(feed, request.headers.get("accept-encoding"), now);
  const owner = streamOwner(show.workspaceId, { showId: show.id });
  const witness = witnessOf(feedSubject(show), askingOf(request, callerOf(request.headers).address, "route"));
  return toResponse(request, object, meansOf(store()).pieces, { owner, witness });
}

/** An object that is no longer in the store is rendered once more. */
async function forgetFeedAt(slug: string): Promise<void> {
  const address = await lookUpFeed(slug, new Date());
  if (address && "found" in address) await forgetFeed(address.found.show.id);
}
