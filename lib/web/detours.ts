import type { IncomingMessage, ServerResponse } from "node:http";
import { pathOf } from "@/lib/web/edge";
import { holdStatus } from "@/lib/web/hold-status";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
type Detour = { movedTo: string } | { gone: true } | null;

/** Answers 301 for pages that moved, and lets Next say in words, under status 410, what is gone: it can do neither itself. */
export function withDetours(handle: Handler, findDetour: (path: string, now: Date) => Promise<Detour>): Handler {
  return async (request, response) => {
    const detour = await find(request, findDetour);
    if (detour && "movedTo" in detour) return redirect(response, detour.movedTo, request.url);
    if (detour) holdStatus(response, 410);
    return handle(request, response);
  };
}

/** While the database is away there is no detour; the page itself says what is wrong. */
async function find(
  request: IncomingMessage,
  findDetour: (path: string, now: Date) => Promise<Detour>,
): Promise<Detour> {
  if (request.method !== "GET" && request.method !== "HEAD") return null;
  return findDetour(pathOf(request), new Date()).catch(() => null);
}

function redirect(response: ServerResponse, location: string, url = ""): void {
  const query = url.includes("?") ? url.slice(url.indexOf("?")) : "";
  response.writeHead(301, { location: location + query, "cache-control": "public, max-age=3600" }).end();
}
