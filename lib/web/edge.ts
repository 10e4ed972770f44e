import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isLoopback } from "@/lib/http/loopback";
import { contentPolicy } from "@/lib/web/content-policy";
import { isFromOurPages } from "@/lib/web/origin";

/** Carries the socket's address to the routes; what a client sends under this name is thrown away. */
const ADDRESS_HEADER = "x-longwave-address";

/** Carries the path and query that were asked for, so that a page can lead back to itself after a sign-in. */
const PATH_HEADER = "x-longwave-path";

/** Where the house is, and what its pages reach for. */
export type Premises = {
  appUrl: string;
  /** origins beside our own that a page's scripts send to */
  connect: string[];
  dev: boolean;
};

/** `home`: where to go instead, for a page to lead there; `location`: where a browser goes by itself. */
export type Fault = { status: number; sentence: string; home?: string; location?: string };

/** Headers of the answer, whoever gives it; and the answer itself when the request is not one that anybody here should see. */
export type Reception = { headers: Record<string, string>; fault: Fault | null };

/**
 * What happens to every request before Next sees it: an id, the socket's address, no header that steers Next from outside,
 * headers that protect pages.
 */
export function receive(request: IncomingMessage, premises: Premises): Reception {
  const id = randomUUID();
  settleTarget(request);
  const path = pathOf(request);
  const page = isPage(path);
  for (const name in request.headers) if (steersNext(name, page, premises)) delete request.headers[name];
  request.headers["x-request-id"] = id;
  request.headers[ADDRESS_HEADER] = request.socket.remoteAddress ?? "";
  request.headers[PATH_HEADER] = withoutFlight(request.url ?? "/");
  const headers: Record<string, string> = { "x-request-id": id };
  if (premises.appUrl.startsWith("https:")) headers["strict-transport-security"] = "max-age=31536000";
  if (page) Object.assign(headers, protectPage(request, path, premises));
  const fault = faultIn(request, path) ?? elsewhere(request, path, premises) ?? forged(request, path, premises);
  return { headers, fault };
}

/** Pages are named without what Next adds when it fetches one by script. */
const withoutFlight = (url: string): string =>
  url.includes("?") ? url.replace(/([?&])_rsc=[^&]*&?/, "$1").replace(/[?&]$/, "") : url;

/** The path without its query, still encoded. */
export function pathOf({ url = "/" }: IncomingMessage): string {
  const end = url.search(/[?#]/);
  return end < 0 ? url : url.slice(0, end);
}

/** The whole address instead of its path, as to a proxy: its host counts, and not the header's (RFC 9112 §3.2.2). */
function settleTarget(request: IncomingMessage): void {
  if (request.url?.startsWith("/")) return;
  const [origin, host] = /^https?:\/\/([^/?#]*)/i.exec(request.url ?? "") ?? [];
  if (!origin) return;
  request.headers.host = host;
  request.url = (request.url ?? "").slice(origin.length).replace(/^(?!\/)/, "/");
}

/** `RSC: 1` on a route handler is answered with a 307 to a page that is not there; the others are Next's own, between its parts. */
function steersNext(name: string, page: boolean, { dev }: Premises): boolean {
  if (!/^[crxn]/.test(name)) return false;
  // Under development pages wait for what comes under these ids beside every answer to an action.
  if (dev && /^x-nextjs-(html-)?request-id$/.test(name)) return false;
  // Next would refuse an action whose Origin is not that host's; links are made from APP_URL, whoever forwards.
  if (name === "x-forwarded-host") return true;
  if (name === "content-security-policy" || name === "content-security-policy-report-only") return true;
  if (/^x-(middleware|invoke|matched-path|nextjs|now-route-matches)/.test(name)) return true;
  return !page && (name === "rsc" || name.startsWith("next-"));
}

const isProbe = (path: string) => path === "/healthz" || path === "/readyz";

/** What Next makes pages of, and browsers show. */
export const isPage = (path: string): boolean =>
  !/^\/(media|api|\.well-known)\/|\/feed\.xml$/.test(path) && !isProbe(path);

function protectPage(request: IncomingMessage, path: string, premises: Premises): Record<string, string> {
  const policy = contentPolicy(randomBytes(16).toString("base64"), premises);
  request.headers["content-security-policy"] = policy; // Next reads the nonce of its scripts from here
  // Addresses with a secret in them go nowhere else. "no-referrer" would also take the Origin from forms without script.
  const secret = /^\/(reset|verify|setup|invitation|address)$/.test(path);
  const usual = secret ? "same-origin" : "strict-origin-when-cross-origin";
  return {
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "referrer-policy": path.startsWith("/preview/") ? "no-referrer" : usual,
  };
}

function faultIn(request: IncomingMessage, path: string): Fault | null {
  // node:http takes the first of several (RFC 9112 §3.2: such a request gets a 400)
  if (countHosts(request.rawHeaders) !== 1) return { status: 400, sentence: "A request has exactly one Host header." };
  if (!path.startsWith("/")) return { status: 400, sentence: "The address must begin with a slash." };
  if (isReadable(path)) return null;
  const sentence = "The address is not readable: its percent-encoding is broken or hides control characters.";
  return { status: 400, sentence };
}

function countHosts(rawHeaders: string[]): number {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) if (/^host$/i.test(rawHeaders[at] ?? "")) hosts += 1;
  return hosts;
}

/**
 * A Host that is not the house's own gets nothing (RFC 9110 §15.5.20); probes may come by any. Where the house is at one
 * name of this very machine its other names are as good, but pages move to the one that cookies and forms belong to.
 */
function elsewhere(request: IncomingMessage, path: string, { appUrl }: Premises): Fault | null {
  const { method = "GET", headers, url = "/" } = request;
  if (headers.host === hostOf(appUrl)) return null;
  const own = new URL(appUrl);
  const asked = URL.parse(`${own.protocol}//${headers.host}`);
  if (asked?.host === own.host || isProbe(path)) return null;
  if (asked && isLoopback(own) && isLoopback(asked) && asked.port === own.port) {
    if (!isPage(path) || !["GET", "HEAD"].includes(method)) return null;
    return { status: 307, sentence: `This house is at ${own.origin}.`, location: own.origin + url };
  }
  const setting = asked && !asked.username && asked.pathname === "/" ? ` (APP_URL=${asked.origin})` : "";
  const sentence = `This house is at ${own.origin}, and was asked for by another name. Go there; or whoever runs it sets APP_URL to the address it is really reached by${setting} and starts it again.`;
  return { status: 421, sentence, home: own.origin };
}

const hosts = new Map<string, string>();

/** The Host that belongs to an address, as most who come write it. */
function hostOf(appUrl: string): string {
  const known = hosts.get(appUrl) ?? new URL(appUrl).host;
  hosts.set(appUrl, known);
  return known;
}

/** A change that a cookie authenticates, or any that is sent to a page, must come from our own pages. */
function forged({ method = "GET", headers }: IncomingMessage, path: string, { appUrl }: Premises): Fault | null {
  if (["GET", "HEAD", "OPTIONS"].includes(method)) return null;
  if (/^Bearer /i.test(headers.authorization ?? "") || (!isPage(path) && !headers.cookie)) return null;
  if (isFromOurPages(appUrl, headers.origin, String(headers["sec-fetch-site"]))) return null;
  return { status: 403, sentence: "This change was sent from another site, or by a program without an API token." };
}

/** Next answers a broken encoding with 500, and PostgreSQL knows no NUL. */
function isReadable(path: string): boolean {
  if (/^[!-$&-~]*$/.test(path)) return true;
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}
