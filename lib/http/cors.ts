/** For players on other sites: what they may read, and that they may see which part of what came (WHATWG Fetch, CORS). */
export const openToAll = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "Content-Range, Accept-Ranges, Content-Length, ETag",
};
