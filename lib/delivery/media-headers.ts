import { openToAll } from "@/lib/http/cors";

/**
 * What everything from the store carries: never sniffed, never run as a page of ours (it was uploaded by somebody), and
 * open to web players of other origins, who may ask for ranges.
 */
export function mediaHeaders(): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    ...openToAll,
    "Cross-Origin-Resource-Policy": "cross-origin",
  };
}

/**
 * The answer to a browser that asks whether a page of another origin may send Range or a condition (CORS preflight). About an
 * address, and not about what is there: one that moved would be refused for the redirect.
 */
export function preflightAnswer(): Response {
  const headers = {
    Allow: "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "Range, If-Range, If-Match, If-None-Match, If-Modified-Since, If-Unmodified-Since",
    "Access-Control-Max-Age": "86400",
  };
  return new Response(null, { status: 204, headers });
}
