import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/** Carries the socket's address to the routes; what a client sends under this name is thrown away. */
const ADDRESS_HEADER = "x-longwave-address";

type Options = { https: boolean };

/**
 * What happens to every request before Next sees it: an id, the socket's address, no header that steers Next from outside,
 * headers that protect pages. Gives the sentence of a 400 when the request is not one that anybody should answer.
 */
export function receive(request: IncomingMessage, response: ServerResponse, { https }: Options): string | null {
  const id = randomUUID();
  request.headers["x-request-id"] = id;
  request.headers[ADDRESS_HEADER] = request.socket.remoteAddress ?? "";
  response.setHeader("x-request-id", id);
  const path = pathOf(request);
  for (const name of Object.keys(request.headers)) if (steersNext(name, path)) delete request.headers[name];
  if (https) response.setHeader("strict-transport-security", "max-age=31536000");
  if (isPage(path)) protectPage(response);
  return fault(request, path);
}

/** The path without its query, still encoded. */
export const pathOf = ({ url = "/" }: IncomingMessage): string => url.split(/[?#]/, 1)[0] ?? "/";

/** `RSC: 1` on a route handler is answered with a 307 to a page that is not there; the others are Next's own, between its parts. */
function steersNext(name: string, path: string): boolean {
  if (/^x-(middleware|invoke|matched-path|nextjs|now-route-matches)/.test(name)) return true;
  return !isPage(path) && (name === "rsc" || name.startsWith("next-"));
}

const isPage = (path: string) => !/^\/(media|api)\/|\/feed\.xml$|^\/(healthz|readyz)$/.test(path);

function protectPage(response: ServerResponse): void {
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader(
    "content-security-policy",
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  );
  response.setHeader("referrer-policy", "strict-origin-when-cross-origin");
}

function fault(request: IncomingMessage, path: string): string | null {
  // node:http takes the first of several (RFC 9112 §3.2: such a request gets a 400)
  const hosts = request.rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === "host").length;
  if (hosts !== 1) return "A request has exactly one Host header.";
  if (!path.startsWith("/")) return "The address must begin with a slash.";
  return isReadable(path)
    ? null
    : "The address is not readable: its percent-encoding is broken or hides control characters.";
}

/** Next answers a broken encoding with 500, and PostgreSQL knows no NUL. */
function isReadable(path: string): boolean {
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}
