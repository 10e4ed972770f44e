/**
 * What everything from the store carries: never sniffed, never run as a page of ours (it was uploaded by somebody), and
 * open to web players of other origins, who may ask for ranges.
 */
export function mediaHeaders(): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Range, Accept-Ranges, Content-Length, ETag",
    "Cross-Origin-Resource-Policy": "cross-origin",
  };
}

/** The answer to a browser that asks whether it may send Range from another origin (CORS preflight). */
export function preflightHeaders(): Record<string, string> {
  return {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "Range, If-Range, If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",
  };
}
