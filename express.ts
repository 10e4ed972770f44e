// What server.ts answers before Next is asked: public media and feeds, with nothing of Next between the store and the socket.
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Admission, admission } from "@/lib/delivery/admission";
import { meansOf } from "@/lib/delivery/means";
import { mediaHeaders } from "@/lib/delivery/media-headers";
import type { Deliverable } from "@/lib/delivery/plan";
import { toServerResponse } from "@/lib/delivery/server-response";
import { audioSubject, feedSubject, type Subject } from "@/lib/downloads/subject";
import { askingOf } from "@/lib/downloads/transfer";
import { witnessOf } from "@/lib/downloads/witness";
import { feedObject } from "@/lib/feed/feed-object";
import { lookUpFeed } from "@/lib/feed/look-ups";
import { clientAddress, networkOf, proxyList } from "@/lib/http/client-address";
import { isAddressOf } from "@/lib/media/addresses";
import { lookUpMedia } from "@/lib/media/look-ups";
import { mediaObject } from "@/lib/media/media-object";
import { store } from "@/lib/media/store";
import { streamOwner } from "@/lib/media/stream-owners";
import { settings } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { pathOf } from "@/lib/web/edge";

type Headers = Record<string, string>;
/** `headers` belong to the answer, whoever gives it. */
type Handler = (request: IncomingMessage, response: ServerResponse, headers?: Headers) => Promise<void>;
/** `subject`: what the ledger says the answer was about; null: nothing is entered. */
type Found = { object: Deliverable; owner: string; subject: Subject | null };

const mediaPath = /^\/media\/((?:audio|artwork)\/([0-9a-f-]{36})[\w.-]*)$/;
const feedPath = /^\/([a-z0-9-]+)\/feed\.xml$/;

/**
 * Answers what the express lane can, and leaves the rest to `next`: what only members may have, what moved or is gone, what the
 * store has lost, and every failure before the first byte. The routes in app/ have the words for all of these.
 */
export function withExpressLane(next: Handler, door = ourAdmission()): Handler {
  const { trustedProxies } = settings();
  const { pieces } = meansOf(store());
  const proxies = proxyList(trustedProxies);
  return async (request, response, headers = {}) => {
    const found = await find(request).catch(() => null);
    if (!found) return next(request, response, headers);
    if (response.destroyed) return; // they left meanwhile: nothing would tell of their end
    const address = addressOf(request, proxies);
    const leave = door.enter(networkOf(address));
    if (!leave) return refuse(response, headers);
    response.once("close", leave);
    const { object, owner, subject } = found;
    const witness = witnessOf(subject, askingOf(asked(request), address, "express"));
    await toServerResponse(request, response, object, pieces, { owner, headers, witness }).catch((error) => {
      log().warn({ err: error, key: object.key }, "The express lane could not open an object.");
      return next(request, response, headers);
    });
  };
}

/** By the limits that are set; with `reports` for several processes together. */
export function ourAdmission({ reports = false } = {}): Admission {
  const { maxStreams, maxStreamsPerAddress } = settings();
  return admission({ inAll: maxStreams, perNetwork: maxStreamsPerAddress, reports });
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

function addressOf({ headers, socket }: IncomingMessage, proxies: ReturnType<typeof proxyList>): string {
  const forwarded = headers["x-forwarded-for"];
  return clientAddress(socket.remoteAddress ?? "", forwarded === undefined ? null : String(forwarded), proxies);
}

function refuse(response: ServerResponse, headers: Headers): void {
  const plain = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", "retry-after": "5" };
  response.writeHead(503, { ...headers, ...plain }).end("Too much is being sent right now; try again in a moment.\n");
}
