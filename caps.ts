// How much is sent at a time, in all and to one address: what server.ts counts before either lane is asked.
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Admission, admission } from "@/lib/delivery/admission";
import { mediaHeaders } from "@/lib/delivery/media-headers";
import { clientAddress, networkOf, proxyList } from "@/lib/http/client-address";
import { settings } from "@/lib/platform/env";
import { pathOf } from "@/lib/web/edge";

type Headers = Record<string, string>;
/** `headers` belong to the answer, whoever gives it. */
export type Handler = (request: IncomingMessage, response: ServerResponse, headers?: Headers) => Promise<void>;

/** Public and private audio and artwork, feeds, and the files of previews. */
const sent = /^\/media\/|^\/[^/]+\/feed\.xml$|^\/preview\/[^/]+\/[^/]/;

/** Answers 503 in the place of `next` to whoever has too much open already, or when all together have. */
export function withCaps(next: Handler, door = ourAdmission()): Handler {
  const addressOf = addressReader();
  return (request, response, headers = {}) => {
    if (!sent.test(pathOf(request))) return next(request, response, headers);
    const leave = door.enter(networkOf(addressOf(request)));
    if (!leave) return refuse(response, headers);
    response.once("close", leave);
    return next(request, response, headers);
  };
}

/** By the limits that are set; with `reports` for several processes together. */
export function ourAdmission({ reports = false } = {}): Admission {
  const { maxStreams, maxStreamsPerAddress } = settings();
  return admission({ inAll: maxStreams, perNetwork: maxStreamsPerAddress, reports });
}

/** Whose request it is: the socket's address, or what a trusted proxy says. */
export function addressReader(): (request: IncomingMessage) => string {
  const proxies = proxyList(settings().trustedProxies);
  return ({ headers, socket }) => {
    const forwarded = headers["x-forwarded-for"];
    return clientAddress(socket.remoteAddress ?? "", forwarded === undefined ? null : String(forwarded), proxies);
  };
}

async function refuse(response: ServerResponse, headers: Headers): Promise<void> {
  const plain = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", "retry-after": "5" };
  // One by one: the same name in another case would be sent twice.
  for (const some of [headers, mediaHeaders(), plain])
    for (const [name, value] of Object.entries(some)) response.setHeader(name, value);
  response.writeHead(503);
  response.end("Too much is being sent right now; try again in a moment.\n");
}
