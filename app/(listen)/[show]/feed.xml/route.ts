import { isMissing, toResponse } from "@/lib/delivery/response";
import { feedObject } from "@/lib/feed/feed-object";
import { findCompleteShowAt } from "@/lib/feed/public-queries";
import { forgetFeed, freshFeed } from "@/lib/feed/rendering";
import { store } from "@/lib/media/store";
import { streamOwner } from "@/lib/media/stream-owners";
import { feedAddress } from "@/lib/shows/addresses";
import { guarded, plainAnswer } from "@/lib/web/plain";

type Context = { params: Promise<{ show: string }> };
type Show = Parameters<typeof freshFeed>[0];

/** A show's feed: the kept object while it tells the truth, else rendered anew. HEAD too, without opening the object. */
export const GET = guarded(async (request: Request, context: Context) => {
  const { show: slug } = await context.params;
  const now = new Date();
  const address = await findCompleteShowAt(slug, now);
  if (!address) return plainAnswer(404, "There is no feed here.");
  if ("gone" in address)
    return plainAnswer(410, address.takenDown ? "This podcast was taken off the air." : "This podcast is gone.");
  if ("movedTo" in address) return plainAnswer(301, "This feed has moved.", { location: feedAddress(address.movedTo) });
  return deliver(request, address.found, now);
});

export { GET as HEAD };

/** An object that is no longer in the store is rendered once more. */
async function deliver(request: Request, show: Show, now: Date): Promise<Response> {
  try {
    return await send(request, show, now);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await forgetFeed(show.id);
    return send(request, show, now);
  }
}

async function send(request: Request, show: Show, now: Date): Promise<Response> {
  const feed = await freshFeed(show, now);
  if (!feed) return plainAnswer(404, "There is no feed here.");
  const object = feedObject(feed, request.headers.get("accept-encoding"), now);
  return toResponse(request, object, store(), { owner: streamOwner(show.workspaceId, { showId: show.id }) });
}
