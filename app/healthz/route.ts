/** Alive: the process answers. Whether it can do its work is /readyz's to say. */
export function GET(): Response {
  return Response.json({ alive: true }, { headers: { "cache-control": "no-store" } });
}
