// What server.ts answers before Next is asked: public media and feeds, with nothing of Next between the store and the socket.
import type { IncomingMessage } from "node:http";
import { addressReader, type Handler } from "@/caps";
import { meansOf } from "@/lib/delivery/means";
import { mediaHeaders } from "@/lib/delivery/media-headers";
import type { Deliverable } from "@/lib/delivery/plan";
import { toServerResponse } from "@/lib/delivery/server-response";
import { audioSubject, feedSubject, type Subject } from "@/lib/downloads/subject";
import { askingOf } from "@/lib/downloads/transfer";
import { witnessOf } from "@/lib/downloads/witness";
import { feedObject } from "@/lib/feed/feed-object";
import { lookUpFeed } from "@/lib/feed/look-ups";
import { isAddressOf } from "@/lib/media/addresses";
import { lookUpMedia } from "@/lib/media/look-ups";
import { mediaObject } from "@/lib/media/media-object";
import { store } from "@/lib/media/store";
import { streamOwner } from "@/lib/media/stream-owners";
import { log } from "@/lib/platform/log";
import { pathOf } from "@/lib/web/edge";

/** `subject`: what the ledger says the answer was about; null: nothing is entered. */
type Found = { object: Deliverable; owner: string; subject: Subject | null };

const mediaPath = /^\/media\/((?:audio|artwork)\/([0-9a-f-]{36})[\w.-]*)$/;
const feedPath = /^\/([a-z0-9-]+)\/feed\.xml$/;

/**
 * Answers what the express lane can, and leaves the rest to `next`: what only members may have, what moved or is gone, what the
 * store has lost, and every failure before the first byte. The routes in app/ have the words for all of these.
 */
export function withExpressLane(next: Handler): Handler {
  const { pieces } = meansOf(store());
  const addressOf = addressReader();
  return async (request, response, headers = {}) => {
    const found = await find(request).catch(() => null);
    if (!found) return next(request, response, headers);
    if (response.destroyed) return; // they left meanwhile: nothing would tell of their end
    const { object, owner, subject } = found;
    const witness = witnessOf(subject, askingOf(asked(request), addressOf(request), "express"));
    await toServerResponse(request, response, object, pieces, { owner, headers, witness }).catch((error) => {
      log().warn({ err: error, key: object.key }, "The express lane could not open an object.");
      return next(request, response, headers);
    });
  };
}

async function find(request: IncomingMessage): Promise<Found | null> {
  if (request.method !== "GET" && request.method !== "HEAD") return null;
  const path = pathOf(request);
  const now = new Date();
  const [, address, id] = mediaPath.exec(path) ?? [];
  if (address && id) return findMedia(address.split("/"), id, now);
  const [, slug] = feedPath.exec(path) ?? [];
  return slug ? findFeed(slug, request.headers["accept-encoding"] ?? null, now) : null;
}

async function findMedia(path: string[], id: string, now: Date): Promise<Found | null> {
  const shared = await lookUpMedia(id, now);
  if (!shared || !("found" in shared) || !isAddressOf(shared.found, path)) return null;
  const media = shared.found;
  return foundIn(media, "", () => ({
    object: { ...mediaObject(media, true), headers: mediaHeaders(), handOn: meansOf(store()).handOn },
    owner: streamOwner(media.workspaceId, media),
    subject: audioSubject(media, "public"),
  }));
}

async function findFeed(slug: string, acceptEncoding: string | null, now: Date): Promise<Found | null> {
  const address = await lookUpFeed(slug, now);
  if (!address || !("found" in address)) return null;
  const { show, feed } = address.found;
  const object = feedObject(feed, acceptEncoding, now);
  const owner = streamOwner(show.workspaceId, { showId: show.id });
  return foundIn(feed, `${object.etag} ${object.cacheControl}`, () => ({ object, owner, subject: feedSubject(show) }));
}

const made = new WeakMap<object, Map<string, Found>>();

/** The same object as before for the same row out of memory: what `plan` worked out about it holds. */
function foundIn(row: object, variant: string, make: () => Found): Found {
  const variants = made.get(row) ?? new Map<string, Found>();
  made.set(row, variants);
  const found = variants.get(variant) ?? make();
  variants.set(variant, found);
  return found;
}

/** The request as routes see theirs. */
const asked = ({ method = "GET", headers }: IncomingMessage) => ({
  method,
  headers: { get: (name: string) => (headers[name] === undefined ? null : String(headers[name])) },
});
